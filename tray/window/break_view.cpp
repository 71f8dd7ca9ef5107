// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/break_view.hpp"

#include "words/text.hpp"

#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QPalette>
#include <QPushButton>
#include <QRect>
#include <QResizeEvent>
#include <QSize>
#include <QStyle>
#include <Qt>
#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

namespace limber::window {
namespace {

// A window so small that the words would not fit otherwise gets smaller ones: cut they are of no use.
constexpr int smallest_letters = 15;

} // namespace

BreakView::BreakView(const poses::FigureBook& figures, QWidget* parent)
    : QWidget(parent), progress_(look_, this), stage_(figures, look_, this), title_(this), dots_(look_, this),
      count_(this), side_(look_, this), headline_(this), next_(this), caution_(look_, this) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    count_.setTextFormat(Qt::PlainText);
    count_.setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    dress();
}

void BreakView::show_page(const Page& page) {
    const Page before = std::exchange(page_, page);
    stage_.show_view(page.stage);
    progress_.set_value(page.whole);
    // what changes with every frame is done; the rest changes at most with every phase
    const auto words = [](const Page& p) {
        return std::tie(p.kind, p.title, p.headline, p.side, p.count, p.rep, p.reps, p.next, p.caution,
                        p.controls);
    };
    if (std::exchange(shown_, true) && words(before) == words(page)) return;
    title_.setText(page.title);
    stage_.setAccessibleName(page.title);
    dots_.show_repetition(page.rep, page.reps);
    count_.setText(page.count);
    count_.setAccessibleName(page.count.isEmpty() ? QString{} : _("Repetition %1").arg(page.count));
    side_.setText(page.side);
    headline_.setAccessibleName(page.spoken);
    headline_.setText(page.headline);
    next_.setText(page.next);
    caution_.setText(page.caution);
    set_controls(page.controls);
    arrange();
}

void BreakView::set_headlines(std::vector<QString> texts) {
    if (texts == headlines_) return;
    headlines_ = std::move(texts);
    arrange();
}

void BreakView::set_look(Scheme scheme, bool reduced_motion) {
    if (scheme == look_.scheme && reduced_motion == look_.reduced_motion) return;
    look_.scheme = scheme;
    look_.reduced_motion = reduced_motion;
    dress();
    arrange();
    update();
}

void BreakView::show_as(const BreakView& other) {
    set_look(other.look_.scheme, other.look_.reduced_motion);
    set_headlines(other.headlines_);
    show_page(other.page_);
}

void BreakView::set_controls(const std::vector<Control>& controls) {
    while (buttons_.size() < controls.size()) {
        auto* button =
            new ActionButton{look_, this}; // NOLINT(cppcoreguidelines-owning-memory): owned by this
        connect(button, &QPushButton::clicked, this, [this, button] {
            if (act_) act_(button->control());
        });
        buttons_.push_back(button);
    }
    for (std::size_t i = 0; i < controls.size(); ++i) {
        buttons_[i]->show_control(controls[i]);
        buttons_[i]->show();
    }
    // the focus stays with the button a person is on, as long as it is there
    const auto stays = buttons_.begin() + static_cast<std::ptrdiff_t>(controls.size());
    QWidget* const focused = focusWidget();
    const auto first = std::ranges::find_if(controls, &Control::first);
    if (std::find(buttons_.begin(), stays, focused) == stays) {
        if (first != controls.end()) {
            buttons_[static_cast<std::size_t>(first - controls.begin())]->setFocus(Qt::OtherFocusReason);
        } else if (focused != nullptr) {
            focused->clearFocus();
        }
    }
    // only now: from one that is hidden the focus goes on to the next, and screen readers name each
    std::for_each(stays, buttons_.end(), [](ActionButton* button) { button->hide(); });
}

void BreakView::dress() {
    const Colours& colours = look_.colours();
    const Sizes& sizes = look_.sizes = sizes_for(size(), system_font_height());
    const auto wear = [](QLabel& label, const QColor& ink) {
        QPalette palette = label.palette();
        palette.setColor(QPalette::WindowText, ink);
        label.setPalette(palette);
    };
    title_.setFont(type(sizes.title, QFont::DemiBold));
    wear(title_, colours.accent);
    count_.setFont(type(sizes.body, QFont::Medium));
    wear(count_, colours.ink_soft);
    side_.setFont(type(sizes.body, QFont::DemiBold));
    wear(side_, colours.ink);
    side_.make_room();
    wear(headline_, colours.ink);
    next_.setFont(type(sizes.body, QFont::Medium));
    wear(next_, colours.ink_soft);
    caution_.setFont(type(sizes.note, QFont::Medium));
    wear(caution_, colours.on_caution);
    caution_.make_room();
    stage_.dress();
    for (QWidget* part : findChildren<QWidget*>())
        part->update();
}

void BreakView::place(QWidget& widget, const QRect& where) {
    widget.setGeometry(QStyle::visualRect(layoutDirection(), rect(), where));
}

void BreakView::arrange() {
    const int gap = qRound(look_.sizes.gap);
    const int margin = 3 * gap;
    const QRect inside = rect().adjusted(margin, margin, -margin, -margin);
    if (inside.width() <= 0 || inside.height() <= 0) return;

    const bool timed = page_.kind == Page::Kind::guide || page_.kind == Page::Kind::farewell;
    const int bar = std::max(5, qRound(look_.sizes.gap * 0.65));
    progress_.setVisible(timed);
    place(progress_, {inside.left(), inside.top(), inside.width(), bar});

    const int controls = arrange_controls(inside);
    const int top = inside.top() + (timed ? bar + 2 * gap : 0);
    const int bottom = inside.bottom() - (controls > 0 ? controls + 2 * gap : 0);
    const QRect body{inside.left(), top, inside.width(), bottom - top};
    const int between = 4 * gap;
    if (body.width() * 10 >= body.height() * 11) {
        // the picture gives way before letters do
        const auto words_in = [&](int picture) {
            return QRect{body.left() + picture + between, body.top(), body.width() - picture - between,
                         body.height()};
        };
        const int most = std::min(body.height(), body.width() * 46 / 100);
        const int least = std::min(body.height(), body.width() * 28 / 100);
        int picture = most;
        place(stage_, {body.left(), body.top(), picture, body.height()});
        arrange_words(words_in(picture));
        while (picture > least && headline_.font().pixelSize() < look_.sizes.headline_least) {
            picture -= std::max(1, (most - least) / 6);
            place(stage_, {body.left(), body.top(), picture, body.height()});
            arrange_words(words_in(picture));
        }
    } else {
        const int picture = std::min(body.width(), body.height() * 46 / 100);
        place(stage_, {body.left(), body.top(), body.width(), picture});
        arrange_words(
            {body.left(), body.top() + picture + 2 * gap, body.width(), body.height() - picture - 2 * gap});
    }
}

int BreakView::arrange_controls(const QRect& area) {
    const int gap = qRound(look_.sizes.gap);
    const std::span used{buttons_.begin(), page_.controls.size()};
    if (used.empty()) return 0;
    // as few rows as hold them, equally filled, from the bottom up
    const int height = used.front()->sizeHint().height();
    std::size_t rows = 1;
    const auto in_row = [&](std::size_t count) { return (used.size() + count - 1) / count; };
    const auto row_from = [&](std::size_t begin, std::size_t count) {
        return used.subspan(begin, std::min(in_row(count), used.size() - begin));
    };
    const auto width_of = [&](std::span<ActionButton* const> row) {
        int width = -gap;
        for (const ActionButton* button : row)
            width += button->sizeHint().width() + gap;
        return width;
    };
    const auto widest = [&](std::size_t count) {
        int most = 0;
        for (std::size_t begin = 0; begin < used.size(); begin += in_row(count))
            most = std::max(most, width_of(row_from(begin, count)));
        return most;
    };
    const auto fit_in_one = [&](bool tight) {
        for (ActionButton* button : used)
            button->set_tight(tight);
        return widest(1) <= area.width();
    };
    if (!fit_in_one(false) && !fit_in_one(true)) fit_in_one(false);
    while (rows < used.size() && widest(rows) > area.width())
        ++rows;
    const int total = static_cast<int>(rows) * (height + gap) - gap;
    int y = area.bottom() + 1 - total;
    for (std::size_t begin = 0; begin < used.size(); begin += in_row(rows)) {
        const auto row = row_from(begin, rows);
        const int edge = qRound(ActionButton::edge(look_.sizes)); // room for the focus, seen only where it is
        // spread over the line, but not so far that they stop being a group
        const int spare = std::max(0, area.width() - width_of(row) + 2 * edge);
        const int wider = std::min(spare / static_cast<int>(row.size()), 6 * gap);
        int x = area.left() - edge;
        for (ActionButton* button : row) {
            const int own = button->sizeHint().width() + wider;
            place(*button, {x, y, own, height});
            x += own + gap;
        }
        y += height + gap;
    }
    return total;
}

int BreakView::arrange_meta(const QRect& line) {
    const int gap = qRound(look_.sizes.gap);
    const QSize dots = dots_.sizeHint();
    const QSize count = page_.count.isEmpty() ? QSize{} : count_.sizeHint();
    const QSize side = page_.side.isEmpty() ? QSize{} : side_.sizeHint();
    dots_.setVisible(!page_.count.isEmpty() && dots.width() > 0 && dots.width() < line.width() / 2);
    count_.setVisible(!page_.count.isEmpty());
    side_.setVisible(!page_.side.isEmpty());
    // the line keeps its height, so that nothing below it jumps when a side is named
    const int height = QFontMetrics{side_.font()}.height() + qRound(look_.sizes.gap * 0.8);
    int x = line.left();
    const auto put = [&](QWidget& widget, const QSize& size) {
        if (widget.isHidden()) return;
        place(widget, {x, line.top() + (height - size.height()) / 2, size.width(), size.height()});
        x += size.width() + qRound(1.5 * gap);
    };
    put(side_, side);
    put(dots_, dots);
    put(count_, count);
    return height;
}

void BreakView::arrange_words(const QRect& area) {
    const int gap = qRound(look_.sizes.gap);
    const bool guided = page_.kind == Page::Kind::guide;
    const int width = area.width();
    const int title = title_.height_at(width);
    caution_.setVisible(!page_.caution.isEmpty());
    const int caution = caution_.isHidden() ? 0 : caution_.height_at(width);
    const int next = next_.height_at(width);

    int top = area.top() + (guided ? gap : 0);
    int bottom = area.bottom() + 1 - caution;
    place(caution_, {area.left(), bottom, width, caution});
    if (caution > 0) bottom -= 2 * gap;

    if (guided) {
        place(title_, {area.left(), top, width, title});
        top += title + gap;
        top += arrange_meta({area.left(), top, width, 0}) + qRound(1.5 * gap);
        bottom -= next;
        place(next_, {area.left(), bottom, width, next});
        bottom -= gap;
        const int needed = fit_headline(width, bottom - top);
        place(headline_, {area.left(), top, width, std::max(needed, bottom - top)});
        return;
    }
    // a few quiet words, in the middle
    dots_.hide();
    count_.hide();
    side_.hide();
    const int room = bottom - top - title - next - 3 * gap;
    const int headline = fit_headline(width, room);
    top += std::max(0, (room - headline) / 2);
    place(title_, {area.left(), top, width, title});
    top += title + gap;
    place(headline_, {area.left(), top, width, headline});
    top += headline + qRound(1.5 * gap);
    place(next_, {area.left(), top, width, next});
}

int BreakView::fit_headline(int width, int height) {
    std::vector<QString> texts = page_.kind == Page::Kind::guide ? headlines_ : std::vector<QString>{};
    if (std::ranges::find(texts, page_.headline) == texts.end()) texts.push_back(page_.headline);
    WrappedLabel measure;
    const auto fits = [&](int letters) {
        measure.setFont(type(letters, QFont::DemiBold));
        return std::ranges::all_of(texts, [&](const QString& text) {
            measure.setText(text);
            return measure.words_fit(width) && measure.height_at(width) <= height;
        });
    };
    int letters = smallest_letters; // the largest that fit, by halves
    for (int too_large = look_.sizes.headline + 1; too_large - letters > 1;) {
        const int middle = std::midpoint(letters, too_large);
        (fits(middle) ? letters : too_large) = middle;
    }
    headline_.setFont(type(letters, QFont::DemiBold));
    return headline_.height_at(width);
}

void BreakView::resizeEvent(QResizeEvent* /*event*/) {
    dress();
    arrange();
}

void BreakView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::ApplicationFontChange) {
        dress();
        arrange();
    }
}

void BreakView::paintEvent(QPaintEvent* event) {
    QPainter{this}.fillRect(event->rect(), look_.colours().ground);
}

} // namespace limber::window
