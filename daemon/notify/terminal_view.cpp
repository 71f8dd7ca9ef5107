// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/terminal_view.hpp"

#include "notify/words.hpp"
#include "terminal/columns.hpp"
#include "words/text.hpp"

#include <QStringList>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace limber::notify {

using terminal::Card;
using terminal::shown;

namespace {

using std::chrono::milliseconds;

/// `label` empty: the view has a label for it.
struct KeyOfAction {
    char key;
    std::string_view action;
    std::string_view belongs_to; ///< the action whose views have it as well
    const char* label;
};

constexpr std::array keys{
    KeyOfAction{'s', "start", "start", ""},
    KeyOfAction{'z', "snooze", "snooze", ""},
    KeyOfAction{'k', "skip", "skip", ""},
    KeyOfAction{'a', "another", "start", N_("Another")},
    KeyOfAction{'n', "never", "start", N_("Never…")},
    KeyOfAction{' ', "pause", "stop", N_("Pause")},
    KeyOfAction{' ', "resume", "stop", N_("Go on")},
    KeyOfAction{'r', "repeat", "stop", N_("Repeat")},
    KeyOfAction{'n', "next", "next", ""},
    KeyOfAction{'e', "enough", "enough", ""},
    KeyOfAction{'q', "stop", "stop", ""},
};

const PromptView::Action* find_action(const PromptView& view, std::string_view key) {
    const auto found = std::ranges::find(view.actions, key, &PromptView::Action::key);
    return found == view.actions.end() ? nullptr : &*found;
}

bool offered(const PromptView& view, const KeyOfAction& one) {
    if (find_action(view, one.belongs_to) == nullptr) return false;
    if (one.action != "pause" && one.action != "resume") return true;
    return view.course && view.course->paused == (one.action == "resume");
}

QString label_of(const PromptView& view, const KeyOfAction& one) {
    const auto* own = find_action(view, one.action);
    return own != nullptr ? shown(own->label) : _(one.label);
}

QStringList paragraphs_of(const std::string& body) {
    QStringList paragraphs;
    for (const QString& line : QString::fromStdString(body).split(u'\n', Qt::SkipEmptyParts)) {
        paragraphs.push_back(shown(line.toStdString()));
    }
    return paragraphs;
}

std::vector<Card::Key> keys_of(const PromptView& view) {
    std::vector<Card::Key> offers;
    for (const auto& one : keys) {
        if (!offered(view, one)) continue;
        const QString name = one.key == ' ' ? _("space") : QString(QLatin1Char{one.key});
        offers.push_back({name, label_of(view, one)});
    }
    return offers;
}

} // namespace

Card card_of(const PromptView& view, milliseconds since, Asked asked, bool background) {
    Card card;
    card.title = shown(view.title);
    card.text = paragraphs_of(view.body);
    if (card.text.size() > 1) {
        card.notes = card.text.mid(1);
        card.text = card.text.mid(0, 1);
    }
    if (view.course) {
        const milliseconds over = view.course->paused ? milliseconds{0} : since;
        card.course = Card::Course{.length = view.course->length,
                                   .left = std::max(view.course->left - over, milliseconds{0}),
                                   .paused = view.course->paused};
        card.text = {shown(view.course->doing)};
        card.next = shown(view.course->next);
    }
    if (background) {
        if (find_action(view, "start") != nullptr) {
            card.notes.push_back(_("Answer with: limber start, limber snooze, limber skip, limber another"));
        } else if (find_action(view, "stop") != nullptr) {
            card.notes.push_back(_("Steer it with: limber next, limber enough, limber stop"));
        }
    } else if (asked == Asked::twice) {
        card.notes = {_("Never suggest this one again?")};
        card.keys = {{QStringLiteral("y"), _("Yes, another one")}, {_("any key"), _("Back")}};
    } else {
        card.keys = keys_of(view);
    }
    return card;
}

std::optional<std::string> action_of(const PromptView& view, char key) {
    const auto* const found = std::ranges::find_if(
        keys, [&](const KeyOfAction& one) { return one.key == key && offered(view, one); });
    if (found == keys.end()) return std::nullopt;
    return std::string{found->action};
}

QString trace_of(const PromptView& view, const std::string& action) {
    const auto* answer = find_action(view, action);
    QString title = shown(view.title);
    if (answer == nullptr) return title;
    return _("%1: %2").arg(title, shown(answer->label));
}

} // namespace limber::notify
