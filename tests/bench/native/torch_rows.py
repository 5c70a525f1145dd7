"""The rows of PyTorch, one JSON object a line. Reads {"nets": [..], "rows": [{"name", "net", "batch", "kind"}], "threads",
"effort": {"runs", "seconds"}} from stdin."""

import itertools
import json
import sys
import time

import torch
from torch import nn

# The default layout, and the one that is faster on most processors.
layouts = {"PyTorch": torch.contiguous_format, "PyTorch-channels-last": torch.channels_last}


def layers_of(architecture):
    height, channels = 28, 1
    for text in architecture.split("|"):
        word, *rest = text.split()
        if word == "conv":
            kernel, filters = int(rest[0].split("x")[0]), int(rest[1])
            padding = 0 if rest[2:] else kernel // 2
            yield nn.Conv2d(channels, filters, kernel, padding=padding, bias=False)
            height, channels = height + 2 * padding - kernel + 1, filters
        elif word == "norm":
            yield nn.BatchNorm2d(channels)
        elif word == "relu":
            yield nn.ReLU()
        elif word == "pool":
            yield nn.MaxPool2d(int(rest[0]))
            height //= int(rest[0])
        elif word == "flatten":
            yield nn.Flatten()
            height, channels = 1, height * height * channels
        elif word == "dense":
            yield nn.Flatten()
            yield nn.Linear(height * height * channels, int(rest[0]))
            height, channels = 1, int(rest[0])


def run(seconds, work):
    start, done = time.perf_counter(), 0
    while True:
        done += work()
        elapsed = time.perf_counter() - start
        if elapsed >= seconds:
            return done / elapsed


def rate_of(effort, work):
    run(effort["seconds"], work)
    rates = sorted(run(effort["seconds"], work) for _ in range(effort["runs"]))
    return rates


def images_for(batch, layout):
    return torch.rand(batch, 1, 28, 28).contiguous(memory_format=layout)


def training(network, batch, layout):
    images, labels = images_for(batch, layout), torch.randint(0, 10, (batch,))
    optimiser = torch.optim.AdamW(network.parameters(), 1e-3)
    loss_of = nn.CrossEntropyLoss()

    def work():
        optimiser.zero_grad(set_to_none=True)
        loss_of(network(images), labels).backward()
        optimiser.step()
        return batch

    return work


def reading(network, batch, layout):
    network.eval()
    images = images_for(batch, layout)

    def work():
        with torch.inference_mode():
            network(images)
        return batch

    return work


def main():
    asked = json.load(sys.stdin)
    torch.set_num_threads(asked["threads"])
    architectures = {net["name"]: net["architecture"] for net in asked["nets"]}
    for row, (who, layout) in itertools.product(asked["rows"], layouts.items()):
        torch.manual_seed(1)
        network = nn.Sequential(*layers_of(architectures[row["net"]])).to(memory_format=layout)
        work = (training if row["kind"] == "train" else reading)(network, row["batch"], layout)
        rates = rate_of(asked["effort"], work)
        if row["kind"] == "image":
            rates = [1e6 / rate for rate in reversed(rates)]
        print(json.dumps({
            "who": f"{who} {torch.__version__}", "name": row["name"], "threads": asked["threads"],
            "unit": "us" if row["kind"] == "image" else "img/s",
            "median": rates[len(rates) // 2], "least": rates[0], "most": rates[-1],
        }), flush=True)


main()
