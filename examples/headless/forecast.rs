//! `forecast FILE --value COL [--period month|week] [--season N] --horizon H [--level 0.95]`: what
//! comes next in a column; and `forecast-many FILE`: in many series.
//!
//! A column holds one number a row, in order of time; an empty cell, and one that says so ("N/A",
//! "NaN", "-"), is a value that is missing. Lines above the one with the column's name are titles. The
//! season is 12 for months and 52 for weeks unless `--season` says otherwise; 1 means none, and so
//! does a file of many series without one. Levels above 0.999 are answered as 0.999.

use std::str::FromStr;

use huddle::domain::forecast::{Forecast, Question, forecast};
use huddle::domain::money::Currency;
use huddle::transfer::cells::amount::{self, AmountEvidence, AmountReading, DecimalSign};
use huddle::transfer::cells::is_blank;
use huddle::transfer::csv::delimiter;
use huddle::transfer::csv::reader::{Reader, named_delimiter};
use huddle::transfer::csv::table::{Row, Table};
use huddle::transfer::decode::{decode, native_gb18030};
use huddle::transfer::text::header_key;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Failure, json_text, only_file};

/// How much of what comes an interval holds unless something else is asked for.
const USUAL_LEVEL: f64 = 0.95;

/// The length of a season that is none.
const NO_SEASON: usize = 1;

/// Further ahead nobody asks.
const LONGEST_HORIZON: usize = 10_000;

/// Runs the verb `forecast`.
pub fn run(arguments: &[String]) -> Result<Value, Failure> {
    let asked = options(arguments)?;
    let history = column(&asked.file, &asked.value)
        .map_err(|what| Failure::unusable(format!("{}: {what}", asked.file)))?;
    let forecast = forecast(&history, asked.question);
    let mut answer = json(&forecast);
    let backtest = forecast.backtest.as_ref();
    answer["backtest"] = json!({
        "folds": backtest.map_or(0, |it| it.folds.len()),
        "mase": backtest.and_then(|it| it.mase),
        "smape": backtest.map(|it| it.smape),
    });
    Ok(answer)
}

#[derive(Deserialize)]
struct Many {
    season: Option<usize>,
    horizon: usize,
    series: Vec<Series>,
}

#[derive(Deserialize)]
struct Series {
    id: Value,
    history: Vec<Option<f64>>,
}

/// Runs the verb `forecast-many`.
pub fn run_many(arguments: &[String]) -> Result<Value, Failure> {
    let path = only_file("forecast-many", arguments)?;
    let unusable = |what: String| Failure::unusable(format!("{path}: {what}"));
    let text = json_text(path).map_err(unusable)?;
    let many: Many = serde_json::from_str(&text).map_err(|error| unusable(error.to_string()))?;
    let horizon = horizon_within(many.horizon).map_err(unusable)?;
    let question =
        Question { season: many.season.unwrap_or(NO_SEASON), horizon, level: USUAL_LEVEL };
    let result = |series: &Series| {
        let mut answer = json(&forecast(&series.history, question));
        answer["id"] = series.id.clone();
        answer
    };
    Ok(json!({ "results": side_by_side(&many.series, &result) }))
}

/// What comes of each item, in their order, worked out by as many threads as there are processors.
fn side_by_side<T: Sync, R: Send>(items: &[T], work: &(dyn Fn(&T) -> R + Sync)) -> Vec<R> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = items.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let chunks: Vec<_> = items
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().map(work).collect::<Vec<R>>()))
            .collect();
        let done = |it: std::thread::ScopedJoinHandle<'_, Vec<R>>| {
            it.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        chunks.into_iter().flat_map(done).collect()
    })
}

fn json(forecast: &Forecast) -> Value {
    json!({
        "method": forecast.method.to_string(),
        "point": forecast.point,
        "lower": forecast.lower,
        "upper": forecast.upper,
    })
}

struct Asked {
    file: String,
    value: String,
    question: Question,
}

fn options(arguments: &[String]) -> Result<Asked, Failure> {
    let (mut file, mut value, mut horizon) = (None, None, None);
    let (mut period, mut season, mut level) = (12, None, USUAL_LEVEL);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut given = || arguments.next().map_or("", String::as_str);
        match argument.as_str() {
            "--value" => value = Some(given().to_owned()),
            "--horizon" => horizon = Some(number::<usize>("--horizon", given())?),
            "--season" => season = Some(number::<usize>("--season", given())?),
            "--level" => level = number::<f64>("--level", given())?,
            "--period" => period = length_of(given())?,
            option if option.starts_with("--") => {
                return Err(Failure::unusable(format!("forecast: unknown option {option}")));
            }
            path if file.is_none() => file = Some(path.to_owned()),
            _ => return Err(Failure::unusable("forecast takes one file")),
        }
    }
    if !(0.0 < level && level < 1.0) {
        return Err(Failure::unusable(format!("--level is between 0 and 1, not {level}")));
    }
    let missing = |what: &str| Failure::unusable(format!("forecast: {what} is missing"));
    let horizon = horizon.ok_or_else(|| missing("--horizon"))?;
    let horizon = horizon_within(horizon).map_err(Failure::unusable)?;
    Ok(Asked {
        file: file.ok_or_else(|| missing("the file"))?,
        value: value.ok_or_else(|| missing("--value"))?,
        question: Question { season: season.unwrap_or(period), horizon, level },
    })
}

fn number<N: FromStr>(option: &str, text: &str) -> Result<N, Failure> {
    text.parse().map_err(|_| Failure::unusable(format!("{option} needs a number, not \"{text}\"")))
}

fn length_of(period: &str) -> Result<usize, Failure> {
    match period {
        "month" => Ok(12),
        "week" => Ok(52),
        _ => Err(Failure::unusable(format!("--period is month or week, not \"{period}\""))),
    }
}

fn horizon_within(horizon: usize) -> Result<usize, String> {
    match (1..=LONGEST_HORIZON).contains(&horizon) {
        true => Ok(horizon),
        false => Err(format!("the horizon is from 1 to {LONGEST_HORIZON}, not {horizon}")),
    }
}

/// The numbers of a column of a file, named in its first row.
fn column(path: &str, name: &str) -> Result<Vec<Option<f64>>, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let text = decode(bytes, native_gb18030).text;
    let delimiter = named_delimiter(&text).unwrap_or_else(|| delimiter::detect(&text));
    let mut table = Table::default();
    let mut reader = Reader::new(text, delimiter);
    while reader.step(&mut table, 1_000) {}
    let at = table.rows().position(|row| place_of(row, name).is_some());
    let mut rows = table.rows().skip(at.unwrap_or(0));
    let header = rows.next();
    let place = header.and_then(|row| place_of(row, name));
    let header: Vec<&str> =
        header.map(|it| it.cells().map(str::trim).collect()).unwrap_or_default();
    let place = place.ok_or_else(|| match header.join(", ") {
        columns if columns.is_empty() => "the file is empty".to_owned(),
        columns => format!("no column \"{name}\"; there are {columns}"),
    })?;
    let cells: Vec<(u32, &str)> = rows.map(|row| (row.number, row.cell(place).trim())).collect();
    let mut evidence = AmountEvidence::default();
    cells.iter().for_each(|(_, it)| evidence.add(it));
    // Without any comma a dot parts decimals: these are numbers, not prices.
    let has_commas = cells.iter().any(|(_, it)| it.contains(','));
    let sign = if has_commas { evidence.sign() } else { DecimalSign::Dot };
    let read = |(number, cell): &(u32, &str)| {
        let value = value(cell, sign);
        value.map_err(|()| format!("row {number}, column \"{name}\": no number: \"{cell}\""))
    };
    cells.iter().map(read).collect()
}

/// The place of a column in a header, by its name as it is written, else in other letters.
fn place_of(header: Row<'_>, name: &str) -> Option<usize> {
    let mut cells = header.cells().map(str::trim);
    let key = header_key(name);
    let alike = || header.cells().position(|it| !key.is_empty() && header_key(it) == key);
    cells.position(|it| it == name.trim()).or_else(alike)
}

/// The number of a cell; none where it is empty.
fn value(cell: &str, sign: DecimalSign) -> Result<Option<f64>, ()> {
    if is_blank(cell) || cell.eq_ignore_ascii_case("nan") {
        return Ok(None);
    }
    let grouping = if sign == DecimalSign::Dot { ',' } else { '.' };
    let plain: String = cell.chars().filter(|it| *it != grouping && !it.is_whitespace()).collect();
    match plain.replace(',', ".").parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(Some(value)),
        Ok(_) => Err(()),
        // "$1,200", "(350)", "1.2万": an amount of money, to the cent.
        Err(_) => {
            let reading = AmountReading { is_fine: true, sign, unit: 0, currency: Currency::USD };
            let amount = amount::parse(cell, Some(Currency::USD), reading).ok_or(())?;
            Ok(Some(amount.minor as f64 / amount.currency.scale() as f64))
        }
    }
}
