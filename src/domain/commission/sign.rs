//! A signature that was drawn with a finger: a few lines through few points.
//!
//! What is drawn is thinned by the algorithm of Ramer, Douglas and Peucker, just as far as it takes
//! to keep to [`MOST_POINTS`], and each point is written in three letters. So a signature is at most
//! [`MOST_LETTERS`] long, however long somebody draws.

use std::fmt;
use std::str::FromStr;

use super::kept::NotKept;

/// How wide the field is, in units of its own.
pub const WIDTH: i64 = 480;
/// How high it is.
pub const HEIGHT: i64 = 160;
/// The most points that are kept.
pub const MOST_POINTS: usize = 120;
/// The most strokes that are kept; further ones are left out.
pub const MOST_STROKES: usize = 16;
/// The most letters of a written signature: three a point, and what stands between strokes.
pub const MOST_LETTERS: usize = 3 * MOST_POINTS + MOST_STROKES - 1;
/// Less than this, in units along the strokes, is a slip of the finger.
const LEAST_LENGTH: i64 = 60;

/// A point of the field: from the left, from the top.
pub type Point = (i64, i64);

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strokes(Vec<Vec<Point>>);

/// What numbers are written with, 64 to the letter.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Stands between strokes.
const APART: char = '.';

impl Strokes {
    /// What was drawn, thinned; none where that is no signature.
    pub fn of(drawn: &[Vec<Point>]) -> Option<Strokes> {
        let mut strokes: Vec<Vec<Point>> = drawn.iter().map(|it| cleaned(it)).collect();
        strokes.retain(|it| !it.is_empty());
        strokes.truncate(MOST_STROKES);
        let length: i64 = strokes.iter().flat_map(|it| it.windows(2)).map(steps).sum();
        if length < LEAST_LENGTH {
            return None;
        }
        let mut off = 1;
        loop {
            let thinner: Vec<Vec<Point>> = strokes.iter().map(|it| thinned(it, off)).collect();
            if thinner.iter().map(Vec::len).sum::<usize>() <= MOST_POINTS {
                return Some(Strokes(thinner));
            }
            off += 1 + off / 2;
        }
    }

    /// The outline as the path of a picture [`WIDTH`] by [`HEIGHT`].
    pub fn path(&self) -> String {
        path(&self.0)
    }
}

/// Strokes as the path of a picture; round lines go through all points.
pub fn path(strokes: &[Vec<Point>]) -> String {
    let mut path = String::new();
    for stroke in strokes {
        let Some((x, y)) = stroke.first() else { continue };
        path.push_str(&format!("M{x} {y}"));
        match stroke.len() {
            // A dot is a line of no length with round ends.
            1 => path.push_str("h0"),
            _ => stroke[1..].iter().for_each(|(x, y)| path.push_str(&format!("L{x} {y}"))),
        }
    }
    path
}

/// The points of a stroke inside the field, none twice in a row.
fn cleaned(stroke: &[Point]) -> Vec<Point> {
    let inside = |(x, y): &Point| ((*x).clamp(0, WIDTH - 1), (*y).clamp(0, HEIGHT - 1));
    let mut points: Vec<Point> = stroke.iter().map(inside).collect();
    points.dedup();
    points
}

fn steps(pair: &[Point]) -> i64 {
    let [(x, y), (to_x, to_y)] = *pair else { return 0 };
    (to_x - x).abs().max((to_y - y).abs())
}

/// The points of a stroke that no straight line between others comes as near as this: whoever is
/// farthest from the line from the first to the last stays, and so on on both sides of it.
fn thinned(stroke: &[Point], off: i64) -> Vec<Point> {
    let mut stays = vec![false; stroke.len()];
    let Some(last) = stroke.len().checked_sub(1) else { return Vec::new() };
    (stays[0], stays[last]) = (true, true);
    let mut parts = vec![(0, last)];
    while let Some((first, last)) = parts.pop() {
        let between = (first + 1..last).map(|it| (it, from_line(stroke, it, (first, last))));
        let farthest = between.reduce(|far, it| if far.1.0 < it.1.0 { it } else { far });
        let Some((place, (far, length))) = farthest else { continue };
        if off * off * length < far {
            stays[place] = true;
            parts.extend([(first, place), (place, last)]);
        }
    }
    stroke.iter().zip(stays).filter(|(_, stays)| *stays).map(|(it, _)| *it).collect()
}

/// How far a point is from the line between two others, squared, times the squared length of that
/// line, and that length; where the line is a point, from it.
fn from_line(stroke: &[Point], place: usize, (first, last): (usize, usize)) -> (i64, i64) {
    let ((x, y), (from_x, from_y), (to_x, to_y)) = (stroke[place], stroke[first], stroke[last]);
    let (along_x, along_y) = (to_x - from_x, to_y - from_y);
    let (own_x, own_y) = (x - from_x, y - from_y);
    match along_x * along_x + along_y * along_y {
        0 => (own_x * own_x + own_y * own_y, 1),
        length => {
            let across = along_x * own_y - along_y * own_x;
            (across * across, length)
        }
    }
}

impl fmt::Display for Strokes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, stroke) in self.0.iter().enumerate() {
            if place != 0 {
                write!(f, "{APART}")?;
            }
            for (x, y) in stroke {
                let number = x * HEIGHT + y;
                for digit in [number / 4096, number / 64 % 64, number % 64] {
                    let letter = usize::try_from(digit).ok().and_then(|it| LETTERS.get(it));
                    write!(f, "{}", char::from(*letter.unwrap_or(&LETTERS[0])))?;
                }
            }
        }
        Ok(())
    }
}

impl FromStr for Strokes {
    type Err = NotKept;

    fn from_str(text: &str) -> Result<Strokes, NotKept> {
        let digit = |letter: &u8| LETTERS.iter().position(|it| it == letter).map(|it| it as i64);
        let point = |letters: &[u8]| {
            let number = letters.iter().try_fold(0, |sum, it| Some(sum * 64 + digit(it)?));
            number.filter(|it| letters.len() == 3 && *it < WIDTH * HEIGHT)
        };
        let stroke = |text: &str| -> Option<Vec<Point>> {
            let points = text.as_bytes().chunks(3).map(point);
            points.map(|it| it.map(|it| (it / HEIGHT, it % HEIGHT))).collect()
        };
        let strokes: Option<Vec<Vec<Point>>> = text.split(APART).map(stroke).collect();
        match strokes {
            Some(strokes)
                if text.len() <= MOST_LETTERS && strokes.iter().all(|it| !it.is_empty()) =>
            {
                Ok(Strokes(strokes))
            }
            _ => Err(NotKept),
        }
    }
}

crate::domain::value::text_scalar!(Strokes);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The task "Ramer-Douglas-Peucker line simplification" of Rosetta Code: ten points and what is
    /// left of them at a distance of 1. Ten times as large here, for whole numbers.
    #[test]
    fn points_are_thinned_as_published() {
        let stroke = [
            (0, 0),
            (10, 1),
            (20, -1),
            (30, 50),
            (40, 60),
            (50, 70),
            (60, 81),
            (70, 90),
            (80, 90),
            (90, 90),
        ];
        assert_eq!(thinned(&stroke, 10), [(0, 0), (20, -1), (30, 50), (70, 90), (90, 90)]);
    }

    #[test]
    fn a_slip_of_the_finger_is_no_signature() {
        assert_eq!(Strokes::of(&[]), None);
        assert_eq!(Strokes::of(&[vec![(5, 5), (20, 9)]]), None);
        assert!(Strokes::of(&[vec![(5, 5), (90, 9)], vec![(40, 3)]]).is_some());
    }

    #[test]
    fn a_path_goes_through_the_points() {
        let strokes = Strokes::of(&[vec![(5, 5), (90, 9)], vec![(40, 3)]]).expect("a signature");
        assert_eq!(strokes.path(), "M5 5L90 9M40 3h0");
    }

    proptest! {
        #[test]
        fn a_signature_is_short_and_read_back_however_long_somebody_draws(
            drawn in prop::collection::vec(prop::collection::vec((-9_i64..500, -9_i64..200), 0..300), 0..40)
        ) {
            let Some(strokes) = Strokes::of(&drawn) else { return Ok(()) };
            let text = strokes.to_string();
            prop_assert!(text.len() <= MOST_LETTERS, "{}", text.len());
            prop_assert_eq!(text.parse(), Ok(strokes));
        }
    }
}
