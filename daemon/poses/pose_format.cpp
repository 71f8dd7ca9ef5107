// SPDX-License-Identifier: GPL-3.0-or-later
#include "poses/pose_format.hpp"

#include "words/said.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <utility>
#include <variant>

namespace limber::poses {

using settings::Spot;
using settings::Value;

namespace {

std::optional<double> real_within(const Value& value, double low, double high, const Spot& spot) {
    double number = 0;
    if (const auto* const whole = std::get_if<std::int64_t>(&value.what)) {
        number = static_cast<double>(*whole);
    } else if (const auto* const real = std::get_if<double>(&value.what)) {
        number = *real;
    } else {
        spot.wrong(value.at, said("`{}` needs a number, not {}", spot.name(), settings::kind_of(value)));
        return std::nullopt;
    }
    if (std::isnan(number) || number < low || number > high) {
        spot.wrong(value.at,
                   said("`{}` must be from {:g} to {:g}, not {:g}", spot.name(), low, high, number));
        return std::nullopt;
    }
    return number;
}

/// All numbers of a list of `least` to `most`; nothing and a complaint otherwise.
std::optional<std::vector<double>> reals_within(const Value& value, std::size_t least, std::size_t most,
                                                double low, double high, const Spot& spot) {
    const auto* const list = std::get_if<settings::List>(&value.what);
    if (list == nullptr || list->size() < least || list->size() > most) {
        const std::string count = least == most ? fmt::format("{}", most) : said("{} to {}", least, most);
        const std::string came =
            list == nullptr ? std::string{settings::kind_of(value)} : fmt::format("{}", list->size());
        spot.wrong(value.at, said("`{}` needs a list of {} numbers, not {}", spot.name(), count, came));
        return std::nullopt;
    }
    std::vector<double> numbers;
    for (const Value& element : *list) {
        const auto number = real_within(element, low, high, spot);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

} // namespace

bool read(const Real& kind, const Value& value, Real::type& into, const Spot& spot) {
    const auto number = real_within(value, kind.low, kind.high, spot);
    if (number) into = number;
    return number.has_value();
}

bool read(const Reals& kind, const Value& value, Reals::type& into, const Spot& spot) {
    auto numbers = reals_within(value, 1, kind.most, kind.low, kind.high, spot);
    if (!numbers) return false;
    into = *std::move(numbers);
    return true;
}

bool read(const Flat& kind, const Value& value, Flat::type& into, const Spot& spot) {
    const auto numbers = reals_within(value, 2, 2, -kind.limit, kind.limit, spot);
    if (numbers) into = QPointF{numbers->front(), numbers->back()};
    return numbers.has_value();
}

bool read(const Flats& kind, const Value& value, Flats::type& into, const Spot& spot) {
    const auto* const list = std::get_if<settings::List>(&value.what);
    if (list == nullptr || list->size() < 2 || list->size() > kind.most) {
        return spot.wrong(value.at,
                          said("`{}` needs a list of 2 to {} points [x, y]", spot.name(), kind.most));
    }
    std::vector<QPointF> points;
    for (const Value& element : *list) {
        Flat::type point;
        if (!read(Flat{kind.limit}, element, point, spot)) return false;
        points.push_back(*point);
    }
    into = std::move(points);
    return true;
}

bool read(const Triple& kind, const Value& value, Triple::type& into, const Spot& spot) {
    const auto numbers = reals_within(value, 3, 3, -kind.limit, kind.limit, spot);
    if (!numbers) return false;
    const Vector3 triple{static_cast<float>((*numbers)[0]), static_cast<float>((*numbers)[1]),
                         static_cast<float>((*numbers)[2])};
    if (!kind.may_be_zero && triple.length() < 0.01F) {
        return spot.wrong(value.at, said("`{}` is a direction and cannot be zero", spot.name()));
    }
    into = triple;
    return true;
}

bool read(const Names& kind, const Value& value, Names::type& into, const Spot& spot) {
    const auto* const list = std::get_if<settings::List>(&value.what);
    if (list == nullptr || list->empty() || list->size() > kind.most) {
        return spot.wrong(value.at, said("`{}` needs a list of 1 to {} names", spot.name(), kind.most));
    }
    std::vector<std::string> names;
    for (const Value& element : *list) {
        const auto* const name = std::get_if<std::string>(&element.what);
        if (name == nullptr) {
            return spot.wrong(element.at, said("`{}` needs names in quotes, not {}", spot.name(),
                                               settings::kind_of(element)));
        }
        names.push_back(*name);
    }
    into = std::move(names);
    return true;
}

} // namespace limber::poses
