// SPDX-License-Identifier: GPL-3.0-or-later
// The same page on every other screen, for who wants to see it wherever they look.
#pragma once

#include "window/page.hpp"
#include "window/style.hpp"

#include <QString>

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

class QScreen;
class QWidget;

namespace limber::poses {
class FigureBook;
}

namespace limber::window {

class BreakView;

class OtherScreens {
public:
    /// `main` gets the keys that are pressed on them, and is closed when one of them is.
    OtherScreens(const poses::FigureBook& figures, QWidget& main);
    OtherScreens(const OtherScreens&) = delete;
    OtherScreens& operator=(const OtherScreens&) = delete;
    ~OtherScreens();

    /// All screens there are now but `taken`.
    void cover(const QScreen* taken);
    void uncover();

    [[nodiscard]] std::size_t count() const { return screens_.size(); }

    void show_page(const Page& page);
    void set_headlines(const std::vector<QString>& texts);
    void set_look(Scheme scheme, bool reduced_motion);

    void on_control(std::function<void(const Control&)> act) { act_ = std::move(act); }

private:
    class Screen;

    const poses::FigureBook& figures_;
    QWidget& main_;
    std::function<void(const Control&)> act_;
    Page page_;
    std::vector<QString> headlines_;
    Scheme scheme_ = Scheme::light;
    bool reduced_motion_ = false;
    std::vector<std::unique_ptr<Screen>> screens_;
};

} // namespace limber::window
