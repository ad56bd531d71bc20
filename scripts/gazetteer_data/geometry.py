"""Points that stand for a set of places, and distances, on the sphere."""

import math

EARTH_RADIUS_KM = 6371.0088


def distance_km(a, b):
    """Great-circle distance of two (lat, lon) in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1, math.sqrt(h)))


def hull_centre(points):
    """Area centroid of the convex hull of (lat, lon) points.

    Places far outside the rest (over three times the distance that holds 95 % of them) are left out: a
    few rows carry a wrong region, and one far island should not pull the centre into the sea.
    """
    unwrapped, middle = _unwrap(points)
    lats = sorted(lat for lat, _ in unwrapped)
    lons = sorted(lon for _, lon in unwrapped)
    median = (lats[len(lats) // 2], lons[len(lons) // 2])
    if len(unwrapped) >= 10:
        spans = sorted(distance_km(median, p) for p in unwrapped)
        limit = 3 * max(spans[len(spans) * 95 // 100], 1)
        unwrapped = [p for p in unwrapped if distance_km(median, p) <= limit]
    scale = math.cos(math.radians(median[0]))
    hull = _convex_hull(sorted({(lon * scale, lat) for lat, lon in unwrapped}))
    x, y = _centroid(hull)
    lon = x / scale + middle
    return y, (lon + 180) % 360 - 180


def _unwrap(points):
    """Longitudes relative to the middle of the points, so that ±180° is no border."""
    x = sum(math.cos(math.radians(lon)) for _, lon in points)
    y = sum(math.sin(math.radians(lon)) for _, lon in points)
    middle = math.degrees(math.atan2(y, x))
    return [(lat, (lon - middle + 180) % 360 - 180) for lat, lon in points], middle


def _convex_hull(points):
    def half(sequence):
        chain = []
        for p in sequence:
            while len(chain) >= 2 and _turn(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    if len(points) < 3:
        return points
    return half(points) + half(reversed(points))


def _turn(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def _centroid(polygon):
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1]):
        cross = x1 * y2 - x2 * y1
        area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if abs(area) < 1e-9:
        return sum(p[0] for p in polygon) / len(polygon), sum(p[1] for p in polygon) / len(polygon)
    return x / (3 * area), y / (3 * area)
