// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/other_screens.hpp"

#include "window/break_view.hpp"
#include "window/page.hpp"
#include "window/placement.hpp"
#include "window/style.hpp"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMetaObject>
#include <QResizeEvent>
#include <QScreen>
#include <QString>
#include <QWidget>
#include <Qt>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace limber::window {

class OtherScreens::Screen : public QWidget {
public:
    Screen(const poses::FigureBook& figures, QWidget& main, QScreen& screen)
        : view(figures, this), main_(main) {
        setWindowTitle(QStringLiteral("Limber"));
        setWindowIcon(main.windowIcon());
        setAttribute(Qt::WA_ShowWithoutActivating);
        setScreen(&screen);
        setWindowFlag(Qt::WindowStaysOnTopHint);
        setGeometry(screen.geometry());
    }

    BreakView view;

protected:
    void resizeEvent(QResizeEvent* /*event*/) override { view.setGeometry(rect()); }

    void keyPressEvent(QKeyEvent* event) override {
        QKeyEvent same{event->type(), event->key(), event->modifiers(), event->text(), event->isAutoRepeat()};
        QCoreApplication::sendEvent(&main_, &same);
    }

    void closeEvent(QCloseEvent* event) override {
        event->ignore();
        // later: closing the break takes this window away
        QMetaObject::invokeMethod(&main_, [&main = main_] { main.close(); }, Qt::QueuedConnection);
    }

private:
    QWidget& main_;
};

OtherScreens::OtherScreens(const poses::FigureBook& figures, QWidget& main)
    : figures_(figures), main_(main) {}

OtherScreens::~OtherScreens() = default;

void OtherScreens::cover(const QScreen* taken) {
    std::vector<std::unique_ptr<Screen>> screens;
    for (QScreen* const screen : QGuiApplication::screens()) {
        if (screen == taken) continue;
        const auto known = std::ranges::find_if(
            screens_, [&](const auto& one) { return one != nullptr && one->screen() == screen; });
        if (known != screens_.end()) {
            screens.push_back(std::move(*known));
            continue;
        }
        auto& fresh = screens.emplace_back(std::make_unique<Screen>(figures_, main_, *screen));
        fresh->view.set_look(scheme_, reduced_motion_);
        fresh->view.set_headlines(headlines_);
        fresh->view.show_page(page_);
        fresh->view.on_control([this](const Control& control) {
            if (act_) act_(control);
        });
        fill_with(*fresh);
    }
    screens_ = std::move(screens);
}

void OtherScreens::uncover() {
    screens_.clear();
}

void OtherScreens::show_page(const Page& page) {
    page_ = page;
    for (const auto& screen : screens_)
        screen->view.show_page(page);
}

void OtherScreens::set_headlines(const std::vector<QString>& texts) {
    headlines_ = texts;
    for (const auto& screen : screens_)
        screen->view.set_headlines(texts);
}

void OtherScreens::set_look(Scheme scheme, bool reduced_motion) {
    scheme_ = scheme;
    reduced_motion_ = reduced_motion;
    for (const auto& screen : screens_)
        screen->view.set_look(scheme, reduced_motion);
}

} // namespace limber::window
