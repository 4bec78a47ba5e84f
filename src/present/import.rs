//! The import as the wizard shows it: what was recognised, what is asked, what would change.
//!
//! Made from the report of an import; it decides nothing. Choices are named by their stored codes.

use std::collections::BTreeSet;

use super::format;
use crate::domain::arrange;
use crate::domain::import_links::Settled;
use crate::i18n::Lang;
use crate::transfer::cells::date::DateOrder;
use crate::transfer::decode::Encoding;
use crate::transfer::import::report::{
    Along, Caution, FileReport, Noun, Rejected, Report, Warning,
};
use crate::transfer::import::{ColumnView, Field, Kind, Session, System};

/// A choice: its code and its words.
pub type Named = (String, String);

/// A file and what it was taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// The system it comes from, where that was recognised.
    pub system: Option<&'static str>,
    /// Encoding, delimiter and rows, in words.
    pub form: String,
    /// The code of what the rows are; empty while nobody knows.
    pub kind: String,
    /// What the rows can be.
    pub kinds: Vec<Named>,
    /// What a column can mean, leaving out included.
    pub fields: Vec<Named>,
    /// The columns.
    pub columns: Vec<ColumnRow>,
}

impl FileView {
    /// How many columns are taken.
    pub fn used(&self) -> usize {
        self.columns.iter().filter(|it| !it.field.is_empty()).count()
    }
}

/// A column and what it was taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnRow {
    /// Its header, or its place where it has none.
    pub header: String,
    /// Some of its values.
    pub samples: String,
    /// The code of what it means; empty where it is left out.
    pub field: String,
}

/// A column whose dates can be read in two ways.
#[derive(Clone, Debug, PartialEq)]
pub struct DateQuestion {
    /// The file, from 0.
    pub file: usize,
    /// The column, from 0.
    pub column: usize,
    /// The question.
    pub words: String,
    /// The two readings, by the code of their order.
    pub readings: Vec<Named>,
    /// The code of the order that is taken.
    pub taken: String,
}

/// What the wizard asks and shows about columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnsView {
    /// File by file.
    pub files: Vec<FileView>,
    /// Dates that can be read in two ways.
    pub dates: Vec<DateQuestion>,
    /// The columns with amounts that name no currency; none means there is nothing to ask.
    pub bare_amounts: Vec<String>,
}

/// The counts of one file, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct FileCounts {
    /// Its name.
    pub name: String,
    /// What its rows are.
    pub content: String,
    /// New, changed, unchanged, not taken, all.
    pub counts: [String; 5],
    /// Whether rows of it are not taken.
    pub has_failures: bool,
}

/// A line of the list of rows that are not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemLine {
    /// A reason, with how many rows it holds back.
    Head(String),
    /// A row: where, and what stands there.
    Row {
        /// Row and column.
        place: String,
        /// The file.
        file: String,
        /// What stands in the cell.
        value: String,
    },
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckView {
    /// New, changed, unchanged, not taken, all.
    pub counts: [usize; 5],
    /// The same as a sum in words.
    pub sum: String,
    /// File by file.
    pub files: Vec<FileCounts>,
    /// What is added besides the rows' own records; empty where nothing is.
    pub along: String,
    /// What should be looked at.
    pub cautions: Vec<String>,
    /// The rows that are not taken, grouped by reason.
    pub problems: Vec<ProblemLine>,
}

impl CheckView {
    /// How many rows would change something.
    pub fn changing(&self) -> usize {
        self.counts[0] + self.counts[1]
    }

    /// How many rows are not taken.
    pub fn rejected(&self) -> usize {
        self.counts[3]
    }
}

/// What the columns of a session were taken for.
pub fn columns(lang: Lang, session: &Session) -> ColumnsView {
    let Some(report) = session.report() else { return ColumnsView::default() };
    let file = |(place, file): (usize, &FileReport)| FileView {
        name: file.name.clone(),
        system: Some(file.system)
            .filter(|it| *it != System::Generic)
            .map(|it| lang.import_system(it)),
        form: file_form(lang, file),
        kind: file.kind.map_or("", Kind::code).to_owned(),
        kinds: Kind::ALL.map(|it| named(it.code(), lang.import_kind(it))).to_vec(),
        fields: fields(lang, file.kind),
        columns: session.columns(place).iter().enumerate().map(|it| column(lang, it)).collect(),
    };
    let questions = session.date_choices().map(|choice| {
        let reading = |order: DateOrder, day| named(order.code(), &format::day(lang, day));
        DateQuestion {
            file: choice.file,
            column: choice.column,
            words: lang.import_date_question(&choice.header, &choice.sample),
            readings: vec![
                reading(DateOrder::DayFirst, choice.day_first),
                reading(DateOrder::MonthFirst, choice.month_first),
            ],
            taken: choice.taken.code().to_owned(),
        }
    });
    ColumnsView {
        files: report.files.iter().enumerate().map(file).collect(),
        dates: questions.collect(),
        bare_amounts: bare_amounts(report),
    }
}

/// The columns with amounts that name no currency, each once.
pub fn bare_amounts(report: &Report) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for warning in &report.warnings {
        if let Caution::CurrencyMissing { column, .. } = &warning.caution
            && !columns.contains(column)
        {
            columns.push(column.clone());
        }
    }
    columns
}

fn named(code: &str, words: &str) -> Named {
    (code.to_owned(), words.to_owned())
}

fn fields(lang: Lang, kind: Option<Kind>) -> Vec<Named> {
    let own = Field::ALL.iter().filter(|it| kind.is_some_and(|kind| it.belongs_to(kind)));
    let own = own.map(|it| named(it.code(), lang.import_field(*it)));
    std::iter::once(named("", lang.field_left_out())).chain(own).collect()
}

fn column(lang: Lang, (place, column): (usize, &ColumnView)) -> ColumnRow {
    let header = match column.header.trim() {
        "" => lang.import_column_unnamed(place + 1),
        header => header.to_owned(),
    };
    let samples = match &column.samples[..] {
        [] => lang.import_column_blank().to_owned(),
        samples => samples.join(" · "),
    };
    ColumnRow { header, samples, field: column.field.map_or("", Field::code).to_owned() }
}

/// A file's name without what says its form.
pub fn stem(name: &str) -> &str {
    [".csv", ".xlsx", ".xls"].into_iter().find_map(|it| name.strip_suffix(it)).unwrap_or(name)
}

fn file_form(lang: Lang, file: &FileReport) -> String {
    let rows = number(lang, file.rows);
    let encoding = match file.encoding {
        Encoding::Workbook => return lang.import_sheet_form(&rows),
        Encoding::Utf8 | Encoding::Utf8Bom => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Gb18030 => "GB18030",
        Encoding::Windows1252 => "Windows-1252",
    };
    let delimiter = match file.delimiter {
        ';' => lang.import_semicolon(),
        '\t' => lang.import_tab(),
        '|' => lang.import_bar(),
        _ => lang.import_comma(),
    };
    lang.import_file_form(encoding, delimiter, &rows)
}

fn number(lang: Lang, n: usize) -> String {
    format::count(lang, n as u64)
}

/// What an import would do, once new records are added to those that are there.
pub fn check(lang: Lang, report: &Report, settled: &Settled) -> CheckView {
    let ends = report.settled(settled);
    let sum = |place: usize| ends.iter().map(|it| it[place]).sum();
    let counts =
        [sum(0), sum(1), sum(2), report.sum(|it| it.rejected.len()), report.sum(|it| it.rows)];
    let came = Along { customers: report.customers_along(settled), ..report.along };
    let [created, updated, unchanged, rejected, rows] = counts.map(|it| number(lang, it));
    CheckView {
        counts,
        sum: lang.import_sum(&created, &updated, &unchanged, &rejected, &rows),
        files: report.files.iter().zip(ends).map(|it| file_counts(lang, it)).collect(),
        along: along(lang, came),
        cautions: cautions(lang, report, settled),
        problems: problems(lang, report),
    }
}

fn file_counts(lang: Lang, (file, ends): (&FileReport, [usize; 3])) -> FileCounts {
    let [created, updated, unchanged] = ends;
    let counts = [created, updated, unchanged, file.rejected.len(), file.rows];
    FileCounts {
        name: file.name.clone(),
        content: file.kind.map_or("—", |it| lang.import_kind(it)).to_owned(),
        counts: counts.map(|it| number(lang, it)),
        has_failures: !file.rejected.is_empty(),
    }
}

/// How many of a noun come along, and its word for one and for several.
type AlongWords = (usize, &'static str, fn(Lang, usize) -> String);

fn along(lang: Lang, along: Along) -> String {
    let parts: [AlongWords; 6] = [
        (along.people, lang.import_along_person(), Lang::import_along_people),
        (along.teams, lang.import_along_team(), Lang::import_along_teams),
        (along.customers, lang.import_along_customer(), Lang::import_along_customers),
        (along.products, lang.import_along_product(), Lang::import_along_products),
        (along.pipelines, lang.import_along_pipeline(), Lang::import_along_pipelines),
        (along.stages, lang.import_along_stage(), Lang::import_along_stages),
    ];
    let parts = parts.into_iter().filter_map(|(count, one, many)| match count {
        0 => None,
        1 => Some(one.to_owned()),
        count => Some(many(lang, count)),
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { String::new() } else { lang.import_along(&parts.join(lang.list_comma())) }
}

/// What should be looked at, but for what the wizard asks in its own words, and without the names of
/// customers that are not made after all.
fn cautions(lang: Lang, report: &Report, settled: &Settled) -> Vec<String> {
    let asked =
        |it: &Caution| matches!(it, Caution::DateUndecided(_) | Caution::CurrencyMissing { .. });
    let warnings = report.warnings.iter().filter(|warning| !asked(&warning.caution));
    let added: BTreeSet<&str> = settled.customers.values().map(String::as_str).collect();
    let warnings = warnings.filter_map(|warning| still_true(warning, &added));
    warnings
        .map(|warning| match report.files.len() {
            1 => lang.import_caution(&warning.caution),
            _ => lang.import_warning(&warning),
        })
        .collect()
}

/// What is left of a warning once customers of these names are added to those that are there.
fn still_true(warning: &Warning, added: &BTreeSet<&str>) -> Option<Warning> {
    let mut warning = warning.clone();
    if let Caution::NamesAdded { noun: Noun::Customer, names } = &mut warning.caution {
        names.retain(|name| !added.contains(name.as_str()));
        if names.is_empty() {
            return None;
        }
    }
    Some(warning)
}

fn problems(lang: Lang, report: &Report) -> Vec<ProblemLine> {
    let mut groups: Vec<(&'static str, Vec<(&str, &Rejected)>)> = Vec::new();
    for file in &report.files {
        for rejected in &file.rejected {
            let reason = lang.import_reason(rejected.reason);
            match groups.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, rows)) => rows.push((&file.name, rejected)),
                None => groups.push((reason, vec![(&file.name, rejected)])),
            }
        }
    }
    arrange::by_key(&mut groups, |(_, rows)| std::cmp::Reverse(rows.len()));
    let lines = groups.into_iter().flat_map(|(reason, rows)| {
        let head = lang.import_problem_head(reason, &number(lang, rows.len()));
        let rows = rows.into_iter().map(move |(file, it)| problem(lang, file, it));
        std::iter::once(ProblemLine::Head(head)).chain(rows)
    });
    lines.collect()
}

fn problem(lang: Lang, file: &str, rejected: &Rejected) -> ProblemLine {
    let place = match &rejected.column[..] {
        "" => lang.import_problem_whole_row(rejected.row),
        column => lang.import_problem_row(rejected.row, column),
    };
    let value = match rejected.value.trim() {
        "" => lang.import_problem_blank().to_owned(),
        value => value.to_owned(),
    };
    ProblemLine::Row { place, file: file.to_owned(), value }
}

/// The words behind a row in the file of rows that are not taken.
pub fn failure(lang: Lang, rejected: &Rejected) -> String {
    let reason = lang.import_reason(rejected.reason);
    match &rejected.column[..] {
        "" => reason.to_owned(),
        column => lang.failed_rows_reason(column, reason),
    }
}

#[cfg(test)]
mod tests;
