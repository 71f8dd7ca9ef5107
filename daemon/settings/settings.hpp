// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration as a whole: the core's plan and what the shell, tray and window want to know.
#pragma once

#include "core/plan.hpp"
#include "problem.hpp"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace limber::settings {

enum class LogLevel { error, warning, info, debug };

enum class WindowMode { normal, fullscreen, every_screen, small };
enum class MotionChoice { desktop, full, reduced };

/// How the guided break is shown. limberd itself does not read it.
struct Guide {
    WindowMode window = WindowMode::normal;
    MotionChoice motion = MotionChoice::desktop; ///< desktop: as its settings say
    bool sounds = false;
    bool speech = false;

    bool operator==(const Guide&) const = default;
};

struct Settings {
    Plan plan;
    LogLevel log_level = LogLevel::info;
    Guide guide;

    bool operator==(const Settings&) const = default;
};

/// Where configuration is looked for, most important first. Made by the shell from the environment.
struct ConfigPaths {
    std::filesystem::path user;                ///< ~/.config/limber
    std::vector<std::filesystem::path> system; ///< XDG_CONFIG_DIRS/limber …, most important first
    std::filesystem::path shipped;             ///< holds exercises/*.toml, poses/*.toml
    std::vector<std::string> languages;        ///< of the exercises' texts, most wanted first

    bool operator==(const ConfigPaths&) const = default;
};

/// XDG_CONFIG_HOME, XDG_CONFIG_DIRS, the place of the shipped exercises and the languages, from this
/// environment.
[[nodiscard]] ConfigPaths config_paths();

/// Where the history and the journal live: LIMBER_STATE_DIR, else limber below XDG_STATE_HOME, else
/// ~/.local/state/limber; from this environment.
[[nodiscard]] std::filesystem::path state_folder();

/// Most wanted first, each with its country before it without: "de_AT", "de". Ends before English, which
/// everything is written in: so it is empty for English, C and POSIX. `list` is LANGUAGE, `locale` the
/// locale of messages.
[[nodiscard]] std::vector<std::string> wanted_languages(std::string_view list, std::string_view locale);

/// The same from LANGUAGE, LC_ALL, LC_MESSAGES and LANG.
[[nodiscard]] std::vector<std::string> wanted_languages();

/// Two or three lower case letters, and perhaps a country: "de", "pt_BR".
[[nodiscard]] bool is_language(std::string_view name);

struct Loaded {
    Settings settings;
    std::vector<Problem> warnings;            ///< broken exercise files, unknown keys in them, …
    std::vector<std::filesystem::path> files; ///< limber.toml files that were read, least important first
};

/// One look at all files.
struct Reading {
    std::expected<Loaded, std::vector<Problem>> loaded;
    /// Files with something in them, in order or not: every limber.toml, the person's exercise files.
    std::vector<std::filesystem::path> present;
};

/// Reads and merges every limber.toml (LAW.md §2) and all exercises; no file at all is fine. All problems at
/// once, no partial acceptance.
[[nodiscard]] std::expected<Loaded, std::vector<Problem>> load_settings(const ConfigPaths& paths);

/// The same, and what must be known to follow changes.
[[nodiscard]] Reading read_settings(const ConfigPaths& paths);

/// The files and folders whose change means "read again", whether they exist or not.
[[nodiscard]] std::vector<std::filesystem::path> to_watch(const ConfigPaths& paths);

/// The files that are in order, those with errors left out; the shipped rules, if none is left.
/// `own_expected`: the person's own file was there before. Where it is expected or there and yet not among
/// them, their health is not known: then only exercises that have no `avoid_if`.
[[nodiscard]] Loaded load_what_is_in_order(const ConfigPaths& paths, bool own_expected);

/// The person's own limber.toml.
[[nodiscard]] std::filesystem::path own_file(const ConfigPaths& paths);

/// load_settings() with this file as the only limber.toml; it has to be there.
[[nodiscard]] std::expected<Loaded, std::vector<Problem>> load_file(const std::filesystem::path& file,
                                                                    const ConfigPaths& paths);

/// Checks one file alone, as if it were the only limber.toml.
[[nodiscard]] std::vector<Problem> check_file(const std::filesystem::path& file, const ConfigPaths& paths);

/// The sample file with every key, its default and its text: config/limber.toml. It sets nothing but what is
/// the default anyway. `schema` is where an editor finds the JSON schema: a path beside the file, or a URL.
[[nodiscard]] std::string sample_file(std::string_view schema = "./limber.schema.json");

/// JSON schema for editors: config/limber.schema.json.
[[nodiscard]] std::string json_schema();

/// "25min", "1h 30min", "500ms" → duration; units ms, s, min, h (and sec, m, hour(s), minute(s), second(s)).
/// The error is a sentence.
[[nodiscard]] std::expected<Duration, std::string> parse_duration(std::string_view text);

/// The shortest text that parses back to it: "1h 30min", "40s".
[[nodiscard]] std::string format_duration(Duration duration);

/// "09:00", "9:00", "24:00" → distance from midnight. The error is a sentence.
[[nodiscard]] std::expected<Duration, std::string> parse_clock(std::string_view text);

/// "09:00"
[[nodiscard]] std::string format_clock(Duration time_of_day);

/// "09:00-12:30", "22:00-06:00", "00:00-24:00". The error is a sentence.
[[nodiscard]] std::expected<HoursRange, std::string> parse_hours(std::string_view text);

/// "09:00-12:30"; an end at midnight is written 24:00.
[[nodiscard]] std::string format_hours(const HoursRange& range);

} // namespace limber::settings
