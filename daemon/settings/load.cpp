// SPDX-License-Identifier: GPL-3.0-or-later
// From files to settings: read all, merge from the least to the most important, judge the whole, finish.
#include "catalogue.hpp"
#include "checks.hpp"
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "document.hpp"
#include "field.hpp"
#include "hint.hpp"
#include "problem.hpp"
#include "schema.hpp"
#include "settings.hpp"
#include "spot.hpp"
#include "words/holds.hpp"
#include "words/said.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <functional>
#include <iterator>
#include <ranges>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace limber::settings {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_rules = 50;
constexpr std::size_t most_problems = 100; // more than anybody reads; a file of junk has thousands

using Week = std::array<WeekDraft::Day, 7>;

/// Lays one file's [hours] over those of the files before it.
void lay_over(Week& week, const WeekDraft& file) {
    const std::array shorthands{file.weekdays, file.weekdays, file.weekdays, file.weekdays,
                                file.weekdays, file.weekend,  file.weekend};
    const std::array days{file.monday, file.tuesday,  file.wednesday, file.thursday,
                          file.friday, file.saturday, file.sunday};
    for (std::size_t i = 0; i < week.size(); ++i) {
        if (shorthands[i]) week[i] = shorthands[i];
        if (days[i]) week[i] = days[i];
    }
}

class Merging {
public:
    /// Reads this file over those before it.
    void add(const fs::path& path, Absent absent) {
        auto text = read_text(path, absent);
        if (text && !text->exists) return;
        const std::size_t file = paths_.size();
        paths_.push_back(path);
        if (!text || !text->text.empty()) present_.push_back(path);
        if (!text) {
            problems_.push_back(text.error());
            return;
        }
        const auto document = parse_document(text->text, path.string());
        if (!document) {
            problems_.push_back(document.error());
            return;
        }
        draft_.week = {};
        const Spot spot{&problems_, path.string(), {}};
        for (const Entry& entry : *document)
            read_top(entry, spot, file);
        lay_over(week_, draft_.week);
    }

    /// The files so far that have something in them.
    [[nodiscard]] const std::vector<fs::path>& present() const { return present_; }

    /// Settings or all problems, errors in the order of files and lines.
    std::expected<Loaded, std::vector<Problem>> finish(Catalogue catalogue) && {
        run_checks({draft_, written_, paths_, catalogue}, problems_);
        const bool refused = std::ranges::any_of(problems_, is_error);
        Loaded loaded;
        if (!refused) {
            loaded.settings = settings(catalogue.exercises);
            warn_of_never_due(written_, loaded.settings.plan, problems_);
        }
        std::ranges::sort(problems_, {}, [&](const Problem& problem) {
            return std::tuple{std::ranges::find(paths_, fs::path{problem.file}) - paths_.begin(),
                              problem.line, problem.column, problem.key, problem.message};
        });
        std::vector<Problem> all = std::move(problems_);
        all.insert(all.end(), catalogue.warnings.begin(), catalogue.warnings.end());
        shorten(all);
        if (refused) return std::unexpected(std::move(all));
        loaded.warnings = std::move(all);
        loaded.files = std::move(paths_);
        return loaded;
    }

private:
    static void shorten(std::vector<Problem>& problems) {
        if (problems.size() <= most_problems) return;
        std::vector<Problem> sorted; // errors first, so that a warning never hides one
        std::ranges::copy_if(problems, std::back_inserter(sorted), is_error);
        std::ranges::copy_if(problems, std::back_inserter(sorted), std::not_fn(is_error));
        const std::size_t more = sorted.size() - most_problems;
        problems = std::move(sorted);
        problems.resize(most_problems);
        problems.push_back({.severity = Problem::Severity::warning,
                            .message = said("{} more problems are not shown", more)});
    }

    void read_top(const Entry& entry, const Spot& spot, std::size_t file) {
        if (entry.key == "break") return read_breaks(entry, spot.under("break"), file);
        std::vector<std::string_view> keys = keys_of(schema::globals);
        if (lists(keys, entry.key))
            return read_table({entry}, schema::globals, draft_.plan, spot, &written_, file);
        keys.emplace_back("break");
        bool known = false;
        each(schema::sections, [&](const auto& section) {
            keys.emplace_back(section.name);
            if (section.name != entry.key) return;
            known = true;
            const Spot inner = spot.under(entry.key);
            if (const auto* const table = std::get_if<Table>(&entry.value.what)) {
                read_table(*table, section.fields, draft_.*section.member, inner, &written_, file);
            } else {
                inner.wrong(entry.at, said("`{0}` must be a table, not {1}", entry.key, kind_of(entry.value)),
                            said("write [{}] on a line of its own", entry.key));
            }
        });
        if (!known) complain_unknown(entry, keys, spot);
    }

    void read_breaks(const Entry& entry, const Spot& spot, std::size_t file) {
        own_rules_ = true;
        const auto* const list = std::get_if<List>(&entry.value.what);
        if (list == nullptr) {
            spot.wrong(entry.at, said("`break` must be a list of tables, not {}", kind_of(entry.value)),
                       said("write [[break]] with two brackets"));
            return;
        }
        std::set<std::string, std::less<>> names;
        for (const Value& value : *list) {
            const auto* const table = std::get_if<Table>(&value.what);
            if (table == nullptr) {
                spot.wrong(value.at, said("`break` must be a list of tables, not {}", kind_of(value)));
                continue;
            }
            read_break(*table, value.at, names, spot, file);
        }
    }

    void read_break(const Table& table, Place at, std::set<std::string, std::less<>>& names, const Spot& spot,
                    std::size_t file) {
        const auto& name_field = std::get<0>(schema::break_rule);
        const auto entry = std::ranges::find(table, name_field.key, &Entry::key);
        std::string name;
        if (entry == table.end()) {
            spot.under("name").wrong(at, said("this [[break]] lacks its `name`"),
                                     said(R"(such as name = "micro")"));
        } else if (read(name_field.kind, entry->value, name, spot.under("name")) &&
                   !names.insert(name).second) {
            spot.under(name).under("name").wrong(entry->value.at,
                                                 said("the rule `{}` is in this file already", name));
            name.clear();
        }
        BreakDraft nameless;
        if (name.empty()) {
            // its other mistakes are told all the same
            Table rest = table;
            std::erase_if(rest, [&](const Entry& one) { return one.key == name_field.key; });
            return read_table(rest, schema::break_rule, nameless, spot);
        }
        auto rule = std::ranges::find(draft_.breaks, name, &BreakDraft::name);
        if (rule == draft_.breaks.end()) {
            if (draft_.breaks.size() == most_rules) {
                spot.under(name).wrong(at, said("there are more than {} rules", most_rules));
                return;
            }
            nameless.at = at;
            nameless.file = file;
            nameless.name = name;
            rule = draft_.breaks.insert(draft_.breaks.end(), nameless);
        }
        read_table(table, schema::break_rule, *rule, spot.under(name), &written_, file);
    }

    [[nodiscard]] Settings settings(std::vector<Exercise> exercises) const {
        Settings settings{.plan = draft_.plan, .log_level = draft_.log.level, .guide = draft_.guide};
        Plan& plan = settings.plan;
        plan.exercises = std::move(exercises);
        plan.person = draft_.person;
        for (const BreakDraft& rule : own_rules_ ? draft_.breaks : shipped_rules()) {
            if (!rule.enabled) continue;
            plan.breaks.push_back(rule);
            if (rule.title.empty()) plan.breaks.back().title = rule.name;
        }
        for (const auto& [hold, word] : words<Hold>)
            if (draft_.hold.holds[static_cast<std::size_t>(hold)]) plan.holds.emplace_back(word);
        if (std::ranges::any_of(week_, [](const WeekDraft::Day& day) { return day.has_value(); })) {
            plan.hours.emplace();
            for (std::size_t i = 0; i < week_.size(); ++i) {
                if (week_[i]) plan.hours->days[i] = *week_[i];
            }
        }
        return settings;
    }

    Draft draft_;
    Week week_;
    bool own_rules_ = false;
    WrittenKeys written_;
    std::vector<fs::path> paths_;
    std::vector<fs::path> present_;
    std::vector<Problem> problems_;
};

/// "belongs into …" for a key that limber.toml has elsewhere. A key below a [table] is that table's.
std::string home_of(std::string_view key) {
    if (lists(keys_of(schema::globals), key)) {
        return said("`{}` belongs at the top of the file, above the first [table]", key);
    }
    if (lists(keys_of(schema::break_rule), key)) return said("`{}` belongs in a [[break]] table", key);
    std::string home;
    each(schema::sections, [&](const auto& section) {
        if (lists(keys_of(section.fields), key)) home = said("`{}` belongs in [{}]", key, section.name);
    });
    return home;
}

constexpr std::string_view file_name = "limber.toml";

/// Least important first.
std::vector<fs::path> all_files(const ConfigPaths& paths) {
    std::vector<fs::path> files;
    for (const fs::path& folder : paths.system | std::views::reverse) {
        files.push_back(folder / file_name);
    }
    files.push_back(own_file(paths));
    return files;
}

} // namespace

void complain_unknown(const Entry& entry, const std::vector<std::string_view>& known, const Spot& spot) {
    const bool in_limber_toml = spot.unknown_keys == Problem::Severity::error;
    std::string hint = in_limber_toml ? home_of(entry.key) : std::string{};
    if (hint.empty()) hint = did_you_mean(entry.key, known);
    // an unknown key is a stranger's text: short, and on one line
    std::string shown = count_characters(entry.key) > 40 ? std::string{"…"} : entry.key;
    std::ranges::replace_if(shown, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, '?');
    spot.under(shown).complain(spot.unknown_keys, entry.at, said("unknown key `{}`", shown), hint);
}

std::vector<BreakDraft> shipped_rules() {
    using namespace std::chrono_literals;
    BreakDraft micro;
    micro.name = "micro";
    micro.title = "Micro-break";
    micro.interval = 30min;
    micro.rest = 40s;
    micro.exercises.count = 1;
    BreakDraft pause;
    pause.name = "long";
    pause.title = "Long break";
    pause.interval = 60min;
    pause.rest = 5min;
    pause.exercises.count = 4;
    return {micro, pause};
}

fs::path own_file(const ConfigPaths& paths) {
    return paths.user / file_name;
}

std::expected<Loaded, std::vector<Problem>> load_settings(const ConfigPaths& paths) {
    return read_settings(paths).loaded;
}

Reading read_settings(const ConfigPaths& paths) {
    Reading reading;
    Merging merging;
    for (const fs::path& file : all_files(paths)) {
        merging.add(file, Absent::allowed);
    }
    reading.present = merging.present();
    for (const fs::path& file : toml_files(user_exercises(paths)).files) {
        std::error_code unreadable;
        if (fs::file_size(file, unreadable) > 0 && !unreadable) reading.present.push_back(file);
    }
    reading.loaded = std::move(merging).finish(load_catalogue(paths));
    return reading;
}

std::vector<fs::path> to_watch(const ConfigPaths& paths) {
    std::vector<fs::path> watched;
    for (const fs::path& file : all_files(paths)) {
        watched.push_back(file);
        watched.push_back(file.parent_path());
    }
    const fs::path exercises = user_exercises(paths);
    watched.push_back(exercises);
    std::ranges::copy(toml_files(exercises).files, std::back_inserter(watched)); // each may be a link
    return watched;
}

Loaded load_what_is_in_order(const ConfigPaths& paths, bool own_expected) {
    const Catalogue catalogue = load_catalogue(paths);
    std::vector<fs::path> files = all_files(paths);
    const fs::path own = own_file(paths);
    for (;;) {
        Merging merging;
        for (const fs::path& file : files)
            merging.add(file, Absent::allowed);
        const std::vector<fs::path> present = merging.present();
        auto loaded = std::move(merging).finish(catalogue);
        if (loaded) {
            const bool own_is_left_out = std::ranges::find(files, own) == files.end();
            const bool own_is_away = own_expected && std::ranges::find(present, own) == present.end();
            if (own_is_left_out || own_is_away) {
                std::erase_if(loaded->settings.plan.exercises,
                              [](const Exercise& exercise) { return !exercise.avoid_if.empty(); });
            }
            return *std::move(loaded);
        }
        const std::size_t before = files.size();
        for (const Problem& problem : loaded.error()) {
            if (is_error(problem)) std::erase(files, fs::path{problem.file});
        }
        if (files.size() == before) files.clear();
    }
}

std::expected<Loaded, std::vector<Problem>> load_file(const fs::path& file, const ConfigPaths& paths) {
    Merging merging;
    merging.add(file, Absent::refused);
    return std::move(merging).finish(load_catalogue(paths));
}

std::vector<Problem> check_file(const fs::path& file, const ConfigPaths& paths) {
    auto loaded = load_file(file, paths);
    return loaded ? std::move(loaded->warnings) : std::move(loaded.error());
}

} // namespace limber::settings
