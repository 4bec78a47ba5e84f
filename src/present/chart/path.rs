//! Points, and the outlines that SVG draws through them.
//!
//! Coordinates are printed to hundredths with whole-number arithmetic, which is precise enough for
//! any screen and keeps the printing of floats out of the page.

/// A position in a plot of 100 by 100 units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// The line through the points; empty for fewer than two.
pub fn line_path(points: &[Point]) -> String {
    let mut path = String::new();
    if 1 < points.len() {
        push_points(&mut path, points.iter());
    }
    path
}

/// The closed area between an upper and a lower line; empty if either has fewer than two points.
pub fn band_path(upper: &[Point], lower: &[Point]) -> String {
    let mut path = String::new();
    if 1 < upper.len() && 1 < lower.len() {
        push_points(&mut path, upper.iter().chain(lower.iter().rev()));
        path.push('Z');
    }
    path
}

/// Adds a bar that stands on the ground.
pub(super) fn push_bar(path: &mut String, left: f64, right: f64, top: f64) {
    let corner = |x, y| Point { x, y };
    let corners =
        [corner(left, 100.0), corner(left, top), corner(right, top), corner(right, 100.0)];
    push_points(path, corners.iter());
    path.push('Z');
}

/// A share of a whole as a CSS percentage; below 0 and above 1 it is cut.
pub fn percent(share: f64) -> String {
    let mut text = String::new();
    push_hundredths(&mut text, share.clamp(0.0, 1.0) * 100.0);
    text.push('%');
    text
}

fn push_points<'a>(path: &mut String, points: impl Iterator<Item = &'a Point>) {
    for (place, point) in points.enumerate() {
        path.push(if place == 0 { 'M' } else { 'L' });
        push_hundredths(path, point.x);
        path.push(' ');
        push_hundredths(path, point.y);
    }
}

/// Prints a number to hundredths; what is not a number prints as zero.
fn push_hundredths(text: &mut String, number: f64) {
    let hundredths = (number * 100.0).round() as i64;
    if hundredths < 0 {
        text.push('-');
    }
    let magnitude = hundredths.unsigned_abs();
    text.push_str(&(magnitude / 100).to_string());
    let fraction = magnitude % 100;
    if fraction != 0 {
        text.push('.');
        text.push((b'0' + (fraction / 10) as u8) as char);
    }
    if !fraction.is_multiple_of(10) {
        text.push((b'0' + (fraction % 10) as u8) as char);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINTS: [Point; 2] = [Point { x: 0.0, y: 100.0 }, Point { x: 33.333, y: 4.05 }];

    fn check_percent(share: f64, expect: &str) {
        assert_eq!(percent(share), expect);
    }

    #[test]
    fn shares_are_cut_to_the_whole() {
        check_percent(0.425, "42.5%");
        check_percent(1.7, "100%");
        check_percent(-0.1, "0%");
        check_percent(f64::NAN, "0%");
    }

    #[test]
    fn hundredths_keep_their_zeros() {
        check_percent(0.0105, "1.05%");
        check_percent(0.3333, "33.33%");
    }

    #[test]
    fn a_line_goes_through_its_points() {
        assert_eq!(line_path(&POINTS), "M0 100L33.33 4.05");
    }

    #[test]
    fn one_point_makes_no_line() {
        assert_eq!(line_path(&POINTS[..1]), "");
    }

    #[test]
    fn a_band_comes_back_along_its_lower_edge() {
        let lower = [Point { x: 0.0, y: 100.0 }, Point { x: -1.5, y: 90.0 }];
        assert_eq!(band_path(&POINTS, &lower), "M0 100L33.33 4.05L-1.5 90L0 100Z");
    }
}
