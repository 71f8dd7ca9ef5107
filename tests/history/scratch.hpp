// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own for a test, and values to fill a history with.
#pragma once

#include "history/history.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

namespace limber {

namespace fs = std::filesystem;

class Scratch {
public:
    Scratch() {
        // In memory where possible: a busy disk would make a fast test slow.
        const fs::path shared = "/dev/shm";
        const fs::path parent = ::access(shared.c_str(), W_OK) == 0 ? shared : fs::temp_directory_path();
        std::string name = (parent / "limber-history-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no scratch folder");
        }
        folder_ = name;
    }

    ~Scratch() {
        std::error_code error;
        fs::permissions(folder_, fs::perms::owner_all, error);
        fs::remove_all(folder_, error);
    }

    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] const fs::path& folder() const { return folder_; }

    [[nodiscard]] fs::path file() const { return folder_ / "history.db"; }

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_)) {
            names.push_back(entry.path().filename().string());
        }
        return names;
    }

private:
    fs::path folder_;
};

inline constexpr Day monday{std::chrono::days{20'780}};

inline Record record(Outcome outcome, std::chrono::seconds length = std::chrono::seconds{42},
                     Day day = monday) {
    Record made;
    made.break_id = "micro";
    made.outcome = outcome;
    made.exercises = {"shoulder-rolls", "blade-squeeze"};
    made.when.utc = Utc{std::chrono::seconds{1'795'326'282} + std::chrono::nanoseconds{123'456'789}};
    made.when.offset = std::chrono::hours{1};
    made.day = day;
    made.length = length;
    return made;
}

inline SavedState saved_state(const std::string& text) {
    SavedState saved;
    saved.text = text;
    saved.boot_id = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";
    saved.stamp.at = Instant{std::chrono::nanoseconds{987'654'321'012'345'678}};
    saved.stamp.asleep = std::chrono::nanoseconds{1};
    saved.stamp.civil = {Utc{std::chrono::nanoseconds{1'795'326'282'123'456'789}},
                         std::chrono::seconds{-12'600}, Utc::max()};
    return saved;
}

inline void put(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace limber
