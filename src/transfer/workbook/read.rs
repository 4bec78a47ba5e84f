//! Reads the sheets of a workbook, cell by cell as they are stored, so that a single cell at the
//! far corner of a sheet takes no more room than another.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx};

use super::sheets::{BETWEEN_CELLS, LARGEST, Sheet, Unreadable};

/// The sheets that somebody sees and that hold something; of several, those that can be tables:
/// more than one row and more than one column.
///
/// # Errors
/// [`Unreadable`], with what is wrong.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    if LARGEST < bytes.len() {
        return Err(Unreadable::TooLarge);
    }
    let is_archive = bytes.starts_with(b"PK");
    let mut grids = if is_archive { of_xlsx(bytes)? } else { of_xls(bytes)? };
    grids.retain(|(_, grid)| !grid.cells.is_empty());
    if grids.iter().any(|(_, grid)| grid.is_table()) {
        grids.retain(|(_, grid)| grid.is_table());
    }
    let sheet = |(name, grid): (String, Grid)| Sheet { name, text: grid.into_text() };
    Ok(grids.into_iter().map(sheet).collect())
}

fn of_xlsx(bytes: &[u8]) -> Result<Vec<(String, Grid)>, Unreadable> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let mut grids = Vec::new();
    for name in seen(&book) {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Unreadable::Damaged)?;
        let mut grid = Grid::default();
        while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Damaged)? {
            grid.put(cell.get_position(), &Data::from(cell.get_value().clone()))?;
        }
        grids.push((name, grid));
    }
    Ok(grids)
}

fn of_xls(bytes: &[u8]) -> Result<Vec<(String, Grid)>, Unreadable> {
    if holds_a_locked_book(bytes) {
        return Err(Unreadable::Locked);
    }
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Unreadable::Locked,
        _ => Unreadable::Damaged,
    })?;
    let mut grids = Vec::new();
    for name in seen(&book) {
        let range = book.worksheet_range(&name).map_err(|_| Unreadable::Damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut grid = Grid::default();
        for (row, column, data) in range.used_cells() {
            grid.put((top + row as u32, left + column as u32), data)?;
        }
        grids.push((name, grid));
    }
    Ok(grids)
}

/// The names of the sheets that hold cells and are not hidden.
fn seen<'a>(book: &impl Reader<Cursor<&'a [u8]>>) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    let seen =
        sheets.filter(|it| it.typ == SheetType::WorkSheet && it.visible == SheetVisible::Visible);
    seen.map(|it| it.name.clone()).collect()
}

/// A workbook behind a password is a compound file with a stream of this name, in UTF-16
/// (\[MS-OFFCRYPTO\] 2.3.4.4).
fn holds_a_locked_book(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|it| it == name)
}

/// The cells of a sheet that hold something, each with its row and column from 0.
#[derive(Default)]
struct Grid {
    cells: Vec<((u32, u32), String)>,
    size: usize,
}

impl Grid {
    fn put(&mut self, place: (u32, u32), data: &Data) -> Result<(), Unreadable> {
        let text = text_of(data);
        if !text.is_empty() {
            self.size += text.len();
            if LARGEST < self.size {
                return Err(Unreadable::TooLarge);
            }
            self.cells.push((place, text));
        }
        Ok(())
    }

    fn is_table(&self) -> bool {
        let spread = |part: fn(&(u32, u32)) -> u32| {
            let first = self.cells.first().map(|(place, _)| part(place));
            self.cells.iter().any(|(place, _)| Some(part(place)) != first)
        };
        spread(|(row, _)| *row) && spread(|(_, column)| *column)
    }

    fn into_text(mut self) -> String {
        // They come in order; where a writer stored them otherwise, they are put in it.
        self.cells.sort_by_key(|(place, _)| *place);
        let mut text = String::with_capacity(2 * self.size);
        let (mut row, mut column) = (0, 0);
        for ((its_row, its_column), cell) in &self.cells {
            while row < *its_row {
                text.push('\n');
                (row, column) = (row + 1, 0);
            }
            while column < *its_column {
                text.push(char::from(BETWEEN_CELLS));
                column += 1;
            }
            push_cell(&mut text, cell);
        }
        text.push('\n');
        text
    }
}

/// Adds a cell, quoted as RFC 4180 does.
fn push_cell(text: &mut String, cell: &str) {
    let must_be_quoted =
        |it: char| matches!(it, '"' | '\n' | '\r') || it == char::from(BETWEEN_CELLS);
    if !cell.contains(must_be_quoted) {
        return text.push_str(cell);
    }
    text.push('"');
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// What a cell says, with numbers and dates as they are stored and not as they are shown.
fn text_of(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => text_of_number(*number),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) => text_of_moment(*moment),
        Data::DateTimeIso(text) => text.replace('T', " "),
        Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}

/// A number to the fifteen digits that spreadsheets keep, so that 0.1 + 0.2 is 0.3.
fn text_of_number(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

/// A moment as an ISO date with the time behind it; a time alone where the day is zero.
fn text_of_moment(moment: ExcelDateTime) -> String {
    let days = moment.as_f64();
    if moment.is_duration() {
        return text_of_number(days * 24.0);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match () {
        () if (0.0..1.0).contains(&days) => time,
        () if time == "00:00:00" => format!("{year:04}-{month:02}-{day:02}"),
        () => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}
