//! How fast a list scrolls while something is held at its edge.

/// How near to an edge scrolling begins, in pixels; less in a small list.
const ZONE: f64 = 72.0;
/// The speed at the edge and beyond it, in pixels a second.
const FASTEST: f64 = 1_100.0;

/// The speed in pixels a second for a pointer at `at` over a list from `start` to `end`: negative
/// towards its start, 0 in its middle, growing with the square of the depth into the edge.
pub(super) fn speed(at: f64, start: f64, end: f64) -> f64 {
    let zone = ZONE.min((end - start) / 4.0);
    if zone <= 0.0 {
        return 0.0;
    }
    let depth = |inside: f64| ((zone - inside) / zone).clamp(0.0, 1.0).powi(2);
    FASTEST * (depth(end - at) - depth(at - start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(at: f64, expect: f64) {
        assert_eq!(speed(at, 100.0, 900.0).round(), expect, "at {at}");
    }

    #[test]
    fn the_middle_rests() {
        check(500.0, 0.0);
        check(172.0, 0.0);
    }

    #[test]
    fn deeper_is_faster() {
        check(864.0, 275.0);
        check(900.0, 1_100.0);
        check(136.0, -275.0);
    }

    #[test]
    fn beyond_the_edge_is_fastest() {
        check(2_000.0, 1_100.0);
        check(-50.0, -1_100.0);
    }

    #[test]
    fn a_list_without_room_rests() {
        assert_eq!(speed(5.0, 5.0, 5.0), 0.0);
    }
}
