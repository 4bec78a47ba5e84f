//! What an import does with rows: joins, dates, amounts, stages, repeats, refusals.

use crate::import_support::headless::board;
use crate::import_support::{cautions, counts, import, import_into, planned};
use huddle::domain::calendar::Day;
use huddle::domain::lead::Lead;
use huddle::domain::pipeline::{Outcome, ordered_pipelines, ordered_stages};
use huddle::domain::workspace::Workspace;
use huddle::i18n::Lang;
use huddle::transfer::cells::date::DateOrder;
use huddle::transfer::import::report::{Caution, Noun, Reason};
use huddle::transfer::import::{Field, FileRefused, Kind};
use huddle::transfer::workbook::sheets::Unreadable;

/// A board's leads in order of their names, each in some words.
fn leads(board: &Workspace, words: impl Fn(&Lead) -> String) -> Vec<String> {
    let mut leads: Vec<_> = board.leads.values().collect();
    leads.sort_by(|one, other| one.name.cmp(&other.name));
    leads.into_iter().map(words).collect()
}

fn stage_words(board: &Workspace, lead: &Lead) -> String {
    let stage = lead.stage_in(board).unwrap_or_default();
    format!("{}: {} ({})", lead.name, stage.name, stage.outcome)
}

fn day(day: Option<Day>) -> String {
    day.map_or("-".to_owned(), |it| it.to_string())
}

#[track_caller]
fn check_refused(text: &str, expect: &[(u32, &str, &str, Reason)]) {
    let (report, board) = import(text);
    let rejected = &report.files[0].rejected;
    let rejected: Vec<_> = rejected
        .iter()
        .map(|it| (it.row, it.column.as_str(), it.value.as_str(), it.reason))
        .collect();
    assert_eq!(rejected, expect);
    let [rows, created, updated, unchanged, rejected] = counts(&report);
    assert_eq!(rows, created + updated + unchanged + rejected);
    assert_eq!(board.leads.len(), created);
}

#[test]
fn refused_rows_say_where_and_why() {
    check_refused(
        "Deal Name,Amount,Close Date,Probability\n\
         a,100,2026-02-30,50\n\
         b,-5,2026-03-01,50\n\
         c,lots,2026-03-01,50\n\
         d,1,2026-03-01,150\n\
         ,1,2026-03-01,50\n\
         e,1,2026-03-01,50\n",
        &[
            (2, "Close Date", "2026-02-30", Reason::Date),
            (3, "Amount", "-5", Reason::AmountNegative),
            (4, "Amount", "lots", Reason::Amount),
            (5, "Probability", "150", Reason::Odds),
            (6, "Deal Name", "", Reason::NameMissing),
        ],
    );
}

#[test]
fn odd_rows_are_told_by_their_number() {
    check_refused(
        "Deal Name,Amount,Stage\na,1,New,extra\n\nb,1\nc\nd,1,\"New\ne,1,New\n",
        &[
            (2, "", "", Reason::TooManyCells),
            (5, "", "", Reason::TooFewCells),
            (6, "", "", Reason::QuoteUnclosed),
        ],
    );
    let (report, _) = import("Deal Name,Amount,Stage\na,1,New\nb,1\n");
    assert!(cautions(&report).contains(&&Caution::ShortRows(vec![3])));
}

#[test]
fn titles_and_footers_are_no_rows() {
    let (report, board) = import(
        "Open opportunities\nAs of today\n\n\
         Opportunity Name,Stage,Amount,Opportunity Owner\n\
         a,Prospecting,\"$1,000\",Li\nb,Closed Won,$2,Li\n\
         Grand Totals (2 records),,,\n\n\
         Confidential Information - Do Not Distribute\nCopyright © salesforce.com\n",
    );
    assert_eq!(counts(&report), [2, 2, 0, 0, 0]);
    assert!(cautions(&report).contains(&&Caution::LinesLeftOut(vec![1, 2, 10, 9, 7])));
    assert_eq!(leads(&board, |it| it.origin.expect("an origin").row.to_string()), ["5", "6"]);
}

// A short table has no room for many blanks in its row of sums; a company may begin with that word.
#[test]
fn a_row_of_sums_is_told_from_a_company_of_that_name() {
    for sums in ["Total,,11", "合计：,,11", "Grand Total,2,"] {
        let (report, _) = import(&format!("Deal Name,Stage,Amount\na,Won,5\nb,Won,6\n{sums}\n"));
        assert_eq!(counts(&report), [2, 2, 0, 0, 0], "{sums}");
    }
    let (report, _) = import("Deal Name,Stage,Amount,Owner\na,Won,5,\nTotalEnergies,Won,,\n");
    assert_eq!(counts(&report), [2, 2, 0, 0, 0]);
}

#[test]
fn the_same_file_again_changes_nothing() {
    let text = "Record Id,Deal Name,Deal Owner,Account Name,Stage,Amount,Closing Date\n\
                zcrm_1,a,Li,Acme,Negotiation,5,2026-05-01\nzcrm_2,b,Wu,,Closed Won,6,2026-05-02\n";
    let (first, mut board) = import(text);
    assert_eq!(counts(&first), [2, 2, 0, 0, 0]);
    let session = planned(&board, &[("table.csv", text.as_bytes())]);
    assert_eq!(counts(session.report().expect("a report")), [2, 0, 0, 2, 0]);
    let batch = session.into_batch().expect("a batch");
    assert_eq!((batch.run.is_none(), batch.leads.len(), batch.people.len()), (true, 0, 0));
    let changed = import_into(&mut board, &text.replace(",6,", ",7,"));
    assert_eq!(counts(&changed), [2, 0, 1, 1, 0]);
}

#[test]
fn blank_cells_and_missing_columns_keep_what_is_known() {
    let (_, mut board) = import("Deal Id,Deal Name,Amount,Lead Source,Stage\n1,a,5,Fair,New\n");
    import_into(&mut board, "Deal Id,Deal Name,Amount,Stage\n1,,,New\n");
    let kept =
        leads(&board, |it| format!("{} {} {}", it.name, it.amount.expect("money"), it.source));
    assert_eq!(kept, ["a CNY500 Fair"]);
}

#[test]
fn a_lead_without_key_gets_one_instead_of_a_double() {
    let (_, mut board) = import("Deal Name,Account Name,Stage\nRenewal,Acme,New\n");
    let text = "Opportunity ID,Opportunity Name,Account Name,Stage\n006,renewal,ACME,New\n";
    assert_eq!(counts(&import_into(&mut board, text)), [1, 0, 1, 0, 0]);
    assert_eq!(leads(&board, |it| it.external.clone()), ["salesforce/deal/006"]);
    assert_eq!(counts(&import_into(&mut board, text)), [1, 0, 0, 1, 0]);
}

#[test]
fn repeated_keys_update_and_repeated_names_stay_apart() {
    let (report, board) = import("Deal Id,Deal Name,Amount\n1,a,5\n2,b,6\n1,a,7\n");
    assert_eq!(counts(&report), [3, 2, 1, 0, 0]);
    assert!(cautions(&report).contains(&&Caution::RepeatedKeys(vec![(4, 2)])));
    assert_eq!(leads(&board, |it| it.amount.expect("money").major()), ["7.00", "6.00"]);
    let (report, board) = import("Deal Name,Account Name,Amount\na,Acme,5\na,Acme,6\n");
    assert_eq!((counts(&report), board.leads.len()), ([2, 2, 0, 0, 0], 2));
    assert!(cautions(&report).contains(&&Caution::SameNames(vec![3])));
}

#[test]
fn near_names_are_joined_and_told() {
    let (report, board) = import(
        "Deal Name,Account Name,Deal Owner\na,Acme Inc.,Mei-Mei Johns\nb,Acme Inc,Mei Mei Johns\nc,ACME INC,Bo\n",
    );
    assert_eq!((board.customers.len(), board.people.len()), (1, 2));
    let near = |noun, written: &str, taken: &str| {
        let (written, taken) = (written.to_owned(), taken.to_owned());
        Caution::NearName { noun, written, taken, rows: 1 }
    };
    let cautions = cautions(&report);
    assert!(cautions.contains(&&near(Noun::Customer, "Acme Inc", "Acme Inc.")), "{cautions:?}");
    assert!(cautions.contains(&&near(Noun::Person, "Mei-Mei Johns", "Mei Mei Johns")));
}

#[test]
fn people_of_one_name_are_told_apart_by_their_keys() {
    let (_, board) = import(
        "Record Id,Deal Owner.id,Deal Owner,Deal Name\nzcrm_1,zcrm_7,张伟,a\nzcrm_2,zcrm_8,张伟,b\n",
    );
    let keys: Vec<_> = board.people.values().map(|it| it.external.as_str()).collect();
    assert_eq!(board.people.len(), 2);
    assert!(keys.contains(&"zoho/user/7") && keys.contains(&"zoho/user/8"), "{keys:?}");
}

#[test]
fn names_on_no_list_are_added_and_told() {
    let deals = "Deal Id,Deal Name,Account Name,Product\n1,a,Acme,Chair\n2,b,Borealis,Desk\n";
    let accounts = "account,sector,employees\nAcme,retail,5\n";
    let products = "product,series,price\nChair,Seats,9\n";
    let files = [("d.csv", deals), ("a.csv", accounts), ("p.csv", products)];
    let files = files.map(|(name, text)| (name, text.as_bytes()));
    let session = planned(&Workspace::default(), &files);
    let report = session.report().expect("a report");
    let added = |noun, name: &str| Caution::NamesAdded { noun, names: vec![name.to_owned()] };
    assert!(cautions(report).contains(&&added(Noun::Customer, "Borealis")));
    assert!(cautions(report).contains(&&added(Noun::Product, "Desk")));
    assert_eq!((report.along.customers, report.along.products), (1, 1));
}

#[track_caller]
fn check_stages(text: &str, expect: &[&str]) {
    let (_, board) = import(text);
    assert_eq!(leads(&board, |it| stage_words(&board, it)), expect);
}

#[test]
fn won_and_lost_are_known_by_stage_status_or_flag() {
    check_stages(
        "Deal Name,Stage\na,Closed Won\nb,Closed Lost to Competition\nc,赢单\nd,Negotiation\ne,\n",
        &[
            "a: Closed Won (won)",
            "b: Closed Lost to Competition (lost)",
            "c: 赢单 (won)",
            "d: Negotiation (open)",
            "e: Negotiation (open)",
        ],
    );
    check_stages(
        "Deal - Title,Deal - Stage,Deal - Status\na,Demo,Open\nb,Demo,Won\nc,Demo,Lost\n",
        &["a: Demo (open)", "b: Won (won)", "c: Lost (lost)"],
    );
    check_stages(
        "Record ID,Deal Name,Deal Stage,Is Closed Won,Is Deal Closed?\n1,a,Signed,true,true\n2,b,Gone,false,true\n3,c,Talks,false,false\n",
        &["a: Signed (won)", "b: Gone (lost)", "c: Talks (open)"],
    );
    check_stages("商机名称,商机状态\na,进行中\nb,无效\n", &["a: 进行中 (open)", "b: 无效 (lost)"]);
}

#[test]
fn stages_stand_in_their_usual_order() {
    let (_, board) = import(
        "Deal Name,Stage,Pipeline\na,Closed Won,\nb,Negotiation,\nc,Proposal,\nd,Prospecting,\ne,2 - Demo,Direct\nf,1 - Call,Direct\n",
    );
    let stages: Vec<String> = ordered_pipelines(&board)
        .into_iter()
        .flat_map(|(id, _)| ordered_stages(&board, id))
        .map(|(_, stage)| stage.name.clone())
        .collect();
    assert_eq!(
        stages,
        ["Prospecting", "Proposal", "Negotiation", "Closed Won", "1 - Call", "2 - Demo"]
    );
}

#[test]
fn a_new_stage_finds_its_place_among_known_ones() {
    let (_, mut board) = import("Deal Id,Deal Name,Stage\n1,a,Prospecting\n2,b,Won\n");
    import_into(&mut board, "Deal Id,Deal Name,Stage\n3,c,Proposal\n4,d,Lost\n");
    let pipeline = ordered_pipelines(&board)[0].0;
    let names: Vec<_> =
        ordered_stages(&board, pipeline).into_iter().map(|(_, it)| it.name.clone()).collect();
    assert_eq!(names, ["Prospecting", "Proposal", "Won", "Lost"]);
}

#[test]
fn the_clock_of_a_stage_starts_when_the_file_says() {
    let words = |it: &Lead| format!("{} {}", day(it.stage_since), day(it.closes));
    let (_, board) = import(
        "Deal Id,Deal Name,Stage,Create Date,Close Date\n1,a,Demo,2026-01-02,2026-03-04\n2,b,Won,2026-01-02,2026-03-04\n3,c,Demo,,\n",
    );
    assert_eq!(leads(&board, words), ["2026-01-02 2026-03-04", "2026-03-04 2026-03-04", "- -"]);
    let (_, board) = import(
        "Deal - Title,Deal - Status,Deal - Last stage change,Deal - Expected close date,Deal - Won time\na,Won,2026-02-01,2026-06-01,2026-02-03 10:00:00\n",
    );
    assert_eq!(leads(&board, words), ["2026-02-01 2026-02-03"]);
}

// One row for each stage that a deal came to, as HubSpot exports stage history.
#[test]
fn the_latest_stage_of_a_history_counts() {
    let (_, board) = import(
        "Record ID,Deal Name,Deal Stage,Date entered stage\n1,a,Proposal,2026-03-01\n1,a,Demo,2026-02-01\n",
    );
    assert_eq!(leads(&board, |it| stage_words(&board, it)), ["a: Proposal (open)"]);
}

#[test]
fn an_undecided_date_column_asks_and_takes_an_answer() {
    let text = "Deal Id,Deal Name,Close Date\n1,a,3/4/2026\n";
    let mut session = planned(&Workspace::default(), &[("t.csv", text.as_bytes())]);
    let choice = session.date_choices().next().cloned().expect("a choice");
    assert_eq!(
        (day(Some(choice.day_first)), day(Some(choice.month_first))),
        ("2026-04-03".to_owned(), "2026-03-04".to_owned())
    );
    session.read_dates(0, 2, DateOrder::DayFirst);
    board::finish(&mut session, &Workspace::default());
    assert_eq!(session.date_choices().count(), 0);
    let batch = session.into_batch().expect("a batch");
    assert_eq!(day(batch.leads[0].1.closes), "2026-04-03");
}

// One program writes all dates of a file in one order: what a column settles holds for the others.
#[test]
fn an_undecided_date_column_goes_by_the_others_of_its_file() {
    let (_, board) = import(
        "Deal Name,Stage,Created Date,Close Date\na,Closed Won,05/10/2024,22/11/2024\nb,New,06/10/2024,\n",
    );
    assert_eq!(leads(&board, |it| day(it.created)), ["2024-10-05", "2024-10-06"]);
}

// The header of a real export, `../shared/data/crm_headers/headers.json`, "Potentials (deals)": it has
// the key of the lead that a deal came from, and none of its own.
#[test]
fn deals_of_one_lead_stay_apart() {
    let header = "Potential Name,Potential Owner,Created Time,Closing Date,Amount,Stage,LEADID\n";
    let row = |name: &str| format!("{name},Ann,2020-01-01,2020-02-01,5,Closed Won,L1\n");
    let (report, board) = import(&format!("{header}{}{}", row("a"), row("b")));
    assert_eq!(counts(&report), [2, 2, 0, 0, 0]);
    assert_eq!(leads(&board, |it| it.name.clone()), ["a", "b"]);
}

#[test]
fn a_closed_deal_closes_on_the_day_it_did_and_an_open_one_when_it_should() {
    let header = "Deal - Title,Deal - Status,Deal - Expected close date,Deal - Deal closed on\n";
    let rows = "a,Won,2026-03-31,2026-03-12\nb,Lost,2026-03-31,2026-03-13\nc,Open,2026-03-31,\n";
    let (_, board) = import(&format!("{header}{rows}"));
    assert_eq!(leads(&board, |it| day(it.closes)), ["2026-03-12", "2026-03-13", "2026-03-31"]);
    let (_, board) = import("Deal,Status,Closed On\na,Won,2026-03-12\nb,Open,2026-03-31\n");
    assert_eq!(leads(&board, |it| day(it.closes)), ["2026-03-12", "2026-03-31"]);
}

#[test]
fn a_chosen_meaning_is_remembered_for_the_header() {
    let text = "Matter,Worth\nBig deal,5\n";
    let mut board_now = Workspace::default();
    let mut session = planned(&board_now, &[("t.csv", text.as_bytes())]);
    assert_eq!(
        session.report().expect("a report").files[0].rejected[0].reason,
        Reason::KindUnknown
    );
    session.take_as(0, Kind::Deals);
    session.map_column(0, 0, Some(Field::Name));
    session.map_column(0, 1, Some(Field::Amount));
    board::finish(&mut session, &board_now);
    board::take(&mut board_now, session.into_batch());
    assert_eq!(leads(&board_now, |it| it.amount.expect("money").major()), ["5.00"]);
    let again = import_into(&mut board_now, "Matter,Worth\nBig deal,6\n");
    assert_eq!(counts(&again), [1, 0, 1, 0, 0]);
}

#[track_caller]
fn check_amounts(text: &str, expect: &[&str]) {
    let (_, board) = import(text);
    assert_eq!(leads(&board, |it| it.amount.map_or(String::new(), |it| it.to_string())), expect);
}

#[test]
fn amounts_take_their_currency_from_cell_row_header_or_board() {
    check_amounts("Deal Name,Amount USD\na,5\n", &["USD500"]);
    check_amounts("Deal Name,Value in EUR\na,5\n", &["EUR500"]);
    check_amounts(
        "Deal Name,Amount,Currency\na,5,USD\nb,£5,USD\nc,5,\n",
        &["USD500", "GBP500", "CNY500"],
    );
    check_amounts("Deal Name,Amount (EUR)\na,\"1.234,50\"\n", &["EUR123450"]);
    check_amounts("商机名称,商机金额（万元）\na,12\nb,0.5\n", &["CNY12000000", "CNY500000"]);
    check_amounts("Deal Name,Amount\na,$5\nb,6\n", &["USD500", "USD600"]);
}

// 1,000.00 dollars among amounts with a decimal comma; "1,000" without a currency could be one or a
// thousand.
#[test]
fn thousands_among_decimal_commas_are_read_or_asked_for() {
    check_amounts(
        "Deal Name;Amount\na;12,50 EUR\nb;USD 1,000\nc;EUR 1.000\n",
        &["EUR1250", "USD100000", "EUR100000"],
    );
    check_refused(
        "Deal Name;Amount\na;12,50\nb;1,000\nc;0,99\n",
        &[(3, "Amount", "1,000", Reason::AmountAmbiguous)],
    );
}

#[test]
fn a_month_without_a_day_is_read_and_told() {
    for month in ["2017-02", "Feb 2017", "2017年2月", "02/2017"] {
        let (report, board) = import(&format!(
            "Deal Name,Amount,Created Date,Close Date\na,5,{month},{month}\nb,5,2017-01-10,2017-03-04\n"
        ));
        let days = |it: &Lead| format!("{} {}", day(it.created), day(it.closes));
        assert_eq!(leads(&board, days), ["2017-02-01 2017-02-28", "2017-01-10 2017-03-04"]);
        let (sample, first, last) =
            (month.to_owned(), "Created Date".to_owned(), "Close Date".to_owned());
        let told =
            |column, is_first| Caution::MonthsAlone { column, sample: sample.clone(), is_first };
        let cautions = cautions(&report);
        assert!(cautions.contains(&&told(first, true)) && cautions.contains(&&told(last, false)));
    }
    check_refused(
        "Deal Name,Close Date\na,2017-Q1\nb,2017-03\n",
        &[(2, "Close Date", "2017-Q1", Reason::Date)],
    );
}

#[test]
fn a_board_without_currency_takes_the_one_of_its_first_file() {
    let (_, board) = import("Deal Name,Amount\na,$5\n");
    assert_eq!(board.settings().currency().code(), "USD");
    let (report, board) = import("Deal Name,Amount\na,5\n");
    assert_eq!(board.settings().currency, None);
    assert!(matches!(cautions(&report)[..], [Caution::CurrencyMissing { .. }]));
}

#[test]
fn a_column_of_words_is_no_column_of_odds() {
    let (report, board) = import("ID,Opportunity Name,Probability\n1,a,high\n2,b,low\n");
    assert_eq!((counts(&report)[1], board.leads.len()), (2, 2));
    assert!(cautions(&report).iter().any(|it| matches!(it, Caution::ColumnUnreadable { .. })));
}

// The sample row of OroCRM's documentation.
#[test]
fn quotes_behind_spaces_are_no_part_of_a_cell() {
    let (report, board) = import(
        "ID,Opportunity Name,Expected Close Date,Probability,Budget Amount,Budget Amount Currency,Status Id\n\
         111, \"Henry Vining\", \"15-12-2018\", \"high\", \"2000\", \"USD\", \"won\"\n",
    );
    assert_eq!(counts(&report), [1, 1, 0, 0, 0]);
    let words = |it: &Lead| format!("{} {} {}", it.name, it.amount.expect("money"), day(it.closes));
    assert_eq!(leads(&board, words), ["Henry Vining USD200000 2018-12-15"]);
}

#[test]
fn a_lead_needs_a_name_a_customer_a_contact_or_a_key() {
    let (report, board) = import(
        "Deal Id,Deal Name,Account Name,Contact Name,Stage\n1,,,,New\n,,,Li Wei,New\n,,Acme,,New\n,,,,New\n",
    );
    assert_eq!(counts(&report), [4, 3, 0, 0, 1]);
    assert_eq!(leads(&board, |it| it.name.clone()), ["", "1", "Li Wei"]);
}

#[test]
fn a_refused_row_leaves_nothing_behind() {
    let (_, board) = import("Deal Name,Account Name,Deal Owner,Close Date\na,Acme,Li,2026-13-01\n");
    assert_eq!((board.leads.len(), board.customers.len(), board.people.len()), (0, 0, 0));
}

#[test]
fn people_get_their_team_from_their_manager() {
    let (report, board) =
        import("sales_agent,manager,region\nAnna,Dustin,Central\nBo,Dustin,East\n");
    assert_eq!((counts(&report), report.along.teams), ([2, 2, 0, 0, 0], 1));
    let teams: Vec<_> =
        board.teams.values().map(|it| (it.name.as_str(), it.manager.as_str())).collect();
    assert_eq!(teams, [("Dustin", "Dustin")]);
    assert!(board.people.values().all(|it| it.team.is_some()));
}

#[test]
fn customers_know_their_parents() {
    let (_, board) = import("account,sector,subsidiary_of\nAcme,retail,Globex\nGlobex,retail,\n");
    let parent = board.customers.values().find(|it| it.name == "Acme").and_then(|it| it.parent);
    assert_eq!(board.customers.find(parent).map(|it| it.name.as_str()), Some("Globex"));
}

#[test]
fn failed_rows_come_back_with_their_reason() {
    let text = "Deal Name,Close Date\n=cmd(),2026-02-30\nb,2026-03-01\n";
    let session = planned(&Workspace::default(), &[("t.csv", text.as_bytes())]);
    let failed =
        session.failed_rows(0, "Problem", &|it| Lang::En.import_reason(it.reason).to_owned());
    let mut lines = failed.lines();
    assert_eq!(lines.next(), Some("\u{feff}Deal Name,Close Date,Problem"));
    assert!(lines.next().is_some_and(|it| it.starts_with("'=cmd(),2026-02-30,This is not a date")));
    let (mended, board) = import(&failed.replace("02-30", "02-28"));
    assert_eq!(counts(&mended), [1, 1, 0, 0, 0]);
    assert_eq!(leads(&board, |it| it.name.clone()), ["=cmd()"]);
}

#[track_caller]
fn check_file(bytes: &[u8], expect: Result<(), FileRefused>) {
    assert_eq!(board::add(&mut board::session(), "x", bytes.to_vec()), expect);
}

#[test]
fn what_is_no_table_of_text_is_refused() {
    check_file(b"PK\x03\x04rest", Err(FileRefused::Workbook(Unreadable::Damaged)));
    check_file(b"\xd0\xcf\x11\xe0rest", Err(FileRefused::Workbook(Unreadable::Damaged)));
    check_file(b"", Err(FileRefused::Empty));
    check_file(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x08\x02\x03\x01", Err(FileRefused::Binary));
    check_file(b"\xef\xbb\xbf \r\n", Err(FileRefused::Empty));
    check_file(b"a", Ok(()));
}

#[test]
fn a_converted_status_is_won() {
    let (_, board) = import("姓名,线索阶段,负责人,线索池\n张三,已转换,李四,A\n");
    let outcomes: Vec<_> = board.leads.values().map(|it| it.outcome(&board)).collect();
    assert_eq!(outcomes, [Outcome::Won]);
}
