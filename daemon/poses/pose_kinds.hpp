// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of values that only pose files have: numbers with fractions, points, directions, lists of them.
#pragma once

#include "poses/space.hpp"
#include "settings/document.hpp"
#include "settings/spot.hpp"

#include <QPointF>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace limber::poses {

/// A number with or without a fraction; never infinite.
struct Real {
    using type = std::optional<double>;
    double low = 0;
    double high = 0;
};

/// Numbers, such as the times of keys.
struct Reals {
    using type = std::vector<double>;
    double low = 0;
    double high = 0;
    std::size_t most = 1;
};

/// [x, y]
struct Flat {
    using type = std::optional<QPointF>;
    double limit = 0;
};

/// [[x, y], [x, y]]
struct Flats {
    using type = std::vector<QPointF>;
    double limit = 0;
    std::size_t most = 1;
};

/// [out, up, forward], or three angles
struct Triple {
    using type = std::optional<Vector3>;
    double limit = 0;
    bool may_be_zero = true; ///< false for a direction
};

/// Names in order; one may come again.
struct Names {
    using type = std::vector<std::string>;
    std::size_t most = 1;
};

bool read(const Real& kind, const settings::Value& value, Real::type& into, const settings::Spot& spot);
bool read(const Reals& kind, const settings::Value& value, Reals::type& into, const settings::Spot& spot);
bool read(const Flat& kind, const settings::Value& value, Flat::type& into, const settings::Spot& spot);
bool read(const Flats& kind, const settings::Value& value, Flats::type& into, const settings::Spot& spot);
bool read(const Triple& kind, const settings::Value& value, Triple::type& into, const settings::Spot& spot);
bool read(const Names& kind, const settings::Value& value, Names::type& into, const settings::Spot& spot);

} // namespace limber::poses
