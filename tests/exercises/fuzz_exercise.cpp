// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer: whatever an exercise file says, it is refused with its place or gives exercises within their
// limits. Seeds: config/exercises, tests/settings/bad_exercises.
#include "core/exercise.hpp"
#include "settings/catalogue.hpp"
#include "settings/exercise_format.hpp"
#include "settings/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <sys/mman.h>
#include <unistd.h>

namespace {

using namespace limber;
using namespace limber::settings;

void demand(bool met) {
    if (!met) std::abort();
}

/// A file in memory that has a path.
class Paper {
public:
    std::filesystem::path with(const std::uint8_t* bytes, std::size_t size) {
        demand(::ftruncate(file_, 0) == 0 && ::pwrite(file_, bytes, size, 0) == static_cast<ssize_t>(size));
        return fmt::format("/proc/self/fd/{}", file_);
    }

private:
    int file_ = ::memfd_create("exercise", 0);
};

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static Paper paper;
    const ExerciseFile file = read_exercise_file(paper.with(bytes, size));
    const auto is_error = [](const Problem& problem) { return problem.severity == Problem::Severity::error; };
    for (const Problem& problem : file.problems)
        demand(!problem.message.empty() && !problem.file.empty());
    if (std::ranges::any_of(file.problems, is_error)) return 0;
    for (const ExerciseEntry& entry : file.entries) {
        demand(!entry.exercise.id.empty());
        if (!entry.enabled) continue;
        const Duration length = length_of(entry.exercise);
        demand(length >= shortest_exercise && length <= longest_exercise_length);
        for (const Block& block : entry.exercise.blocks) {
            demand(block.reps >= 1 && !block.phases.empty());
            for (const Phase& phase : block.phases)
                demand(phase.length > Duration{} && !phase.text.empty() && !phase.name.empty());
        }
    }
    return 0;
}
