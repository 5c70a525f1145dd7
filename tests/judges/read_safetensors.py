#!/usr/bin/python3
"""read_safetensors.py MODEL IMAGES: what PyTorch makes of images, [count, 784] bytes with 255 as full ink, with the
tensors and the architecture that a model's file has. Prints {"logits": [...]}, [count, 10], as JSON. Needs python3-torch.
"""

import json
import pathlib
import sys

import torch


def read(path):
    """The metadata and tensors of a safetensors file: 8 bytes of length, a JSON header, and the tensors."""
    content = bytearray(pathlib.Path(path).read_bytes())
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])
    metadata = header.pop("__metadata__")
    body, types = content[8 + size :], {"F32": torch.float32, "F16": torch.float16}
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        flat = torch.frombuffer(body[begin:end], dtype=types[entry["dtype"]])
        tensors[name] = flat.reshape(entry["shape"]).double()
    return metadata, tensors


def vector(x):
    """[images, values], channels last, as Inkling stores images."""
    return x.permute(0, 2, 3, 1).flatten(1) if x.dim() == 4 else x


def picture(x):
    """[images, channels, height, width]; a vector is one pixel of many channels."""
    return x if x.dim() == 4 else x[:, :, None, None]


def layer(x, word, options, tensors):
    if word == "dense":
        return vector(x) @ tensors["weight"] + tensors["bias"]
    if word == "conv":
        kernel, valid = int(options[0].split("x")[0]), "valid" in options
        weight = tensors["weight"].permute(3, 2, 0, 1)
        return torch.nn.functional.conv2d(picture(x), weight, tensors.get("bias"), padding=0 if valid else kernel // 2)
    if word == "norm":
        statistics = tensors["running_mean"], tensors["running_var"]
        return torch.nn.functional.batch_norm(x, *statistics, tensors["weight"], tensors["bias"], eps=1e-5)
    if word == "pool":
        return torch.nn.functional.max_pool2d(x, int(options[0]))
    return {"flatten": vector, "relu": torch.relu, "dropout": lambda same: same}[word](x)


metadata, tensors = read(sys.argv[1])
images = torch.frombuffer(bytearray(pathlib.Path(sys.argv[2]).read_bytes()), dtype=torch.uint8)
x = images.reshape(-1, 1, 28, 28).double() / 255
for index, text in enumerate(metadata["architecture"].split("|")):
    word, *options = text.split()
    start = f"layers.{index}."
    own = {name[len(start) :]: tensor for name, tensor in tensors.items() if name.startswith(start)}
    x = layer(x, word, options, own)
print(json.dumps({"logits": vector(x).flatten().tolist()}))
