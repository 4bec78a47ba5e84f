//! Files and sheets that are taken out of an import again.

use leptos::prelude::*;

use super::Importing;
use crate::transfer::workbook::{Opened, sheets};

impl Importing {
    /// Takes a file out and reads the others anew. Of a workbook only that sheet goes.
    pub fn remove(self, place: usize) {
        let (name, origin, sheets) = self.session.with_value(|it| {
            let origin = it.origin(place);
            let sheets = (0..it.files()).filter(|other| it.origin(*other) == origin).count();
            (it.file_name(place).to_owned(), origin, sheets)
        });
        let (mut left, mut left_out) = (self.files.get_value(), self.left_out.get_value());
        match origin {
            Some(_) if 1 < sheets => left_out.push(name),
            Some(origin) if origin < left.len() => drop(left.remove(origin)),
            _ => {}
        }
        self.clear();
        self.left_out.set_value(left_out);
        self.add(left);
    }

    /// Leaves the sheets out that somebody took out before.
    pub(super) fn without_left_out(self, file: &str, opened: &mut Opened) {
        if let Opened::Sheets(sheets) = opened {
            let names: Vec<String> =
                sheets.iter().map(|it| sheets::name_of(file, sheets, it)).collect();
            let mut names = names.into_iter();
            self.left_out.with_value(|left_out| {
                sheets.retain(|_| names.next().is_none_or(|it| !left_out.contains(&it)));
            });
        }
    }
}
