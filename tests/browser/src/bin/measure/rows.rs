//! Ten thousand deals: the real ones, and copies of some of them under new ids.

use std::collections::HashSet;
use std::path::PathBuf;

use xtask::paths;

use browser_stories::harness::Outcome;

/// How many deals there are.
pub(crate) const DEALS: usize = 10_000;
/// Which deals are copied, and under which ids.
const SEED: u64 = 2017;
/// As long as the ids of the real deals.
const ID_LENGTH: usize = 8;
const ID_LETTERS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The files of an export: deals below `target/`, the others as they are.
pub(crate) fn files() -> Outcome<Vec<PathBuf>> {
    let real = paths::root().join("../shared/data/maven_crm/raw").canonicalize()?;
    let folder = paths::target().join("measure");
    std::fs::create_dir_all(&folder)?;
    let deals = folder.join("sales_pipeline.csv");
    std::fs::write(&deals, extended(&std::fs::read_to_string(real.join("sales_pipeline.csv"))?))?;
    let others = ["accounts.csv", "products.csv", "sales_teams.csv"].map(|name| real.join(name));
    Ok(std::iter::once(deals).chain(others).collect())
}

/// A table with a heading, extended to [`DEALS`] rows.
fn extended(real: &str) -> String {
    let mut lines = real.lines();
    let heading = lines.next().unwrap_or_default();
    let rows: Vec<&str> = lines.filter(|row| !row.is_empty()).collect();
    let mut taken: HashSet<String> = rows.iter().map(|row| parted(row).0.to_owned()).collect();
    let mut draw = Draw(SEED);
    let mut copies = Vec::new();
    while rows.len() + copies.len() < DEALS {
        let (_, rest) = parted(rows[draw.below(rows.len())]);
        let id = draw.id();
        if taken.insert(id.clone()) {
            copies.push(format!("{id},{rest}"));
        }
    }
    let copies = copies.iter().map(String::as_str);
    let all: Vec<&str> =
        std::iter::once(heading).chain(rows.iter().copied()).chain(copies).collect();
    all.join("\n") + "\n"
}

/// The id of a row and the rest of it.
fn parted(row: &str) -> (&str, &str) {
    row.split_once(',').unwrap_or((row, ""))
}

/// The same draws every time (xorshift).
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn id(&mut self) -> String {
        (0..ID_LENGTH).map(|_| char::from(ID_LETTERS[self.below(ID_LETTERS.len())])).collect()
    }
}
