#include "core/distributed/ReductionTree.h"

namespace inkling::distributed {

ShardRange share_of(int process, int processes, int shards) {
  ShardRange share{0, shards};
  int first = 0, last = processes;
  while (last - first > 1 && share.size() > 1) {
    const int middle = first + (last - first) / 2, cut = share.begin + share.size() / 2;
    if (process < middle) {
      last = middle;
      share.end = cut;
    } else {
      first = middle;
      share.begin = cut;
    }
  }
  if (process != first) share.end = share.begin;  // the one shard left is the first's
  return share;
}

}  // namespace inkling::distributed
