//! Somebody who changes the team by a file: what a locked quota forbids, and who keeps the months that
//! are over.

use crate::import_support::headless::board;
use crate::import_support::import_into;
use huddle::domain::apply::apply;
use huddle::domain::calendar::{Day, Period};
use huddle::domain::command::{Command, Context};
use huddle::domain::goal::Bearer;
use huddle::domain::id::{ImportId, TeamId};
use huddle::domain::people::Person;
use huddle::domain::quota::{Cell, Edit, Rest, Split};
use huddle::domain::workspace::Workspace;
use huddle::i18n::Lang;
use huddle::transfer::import::report::Reason;
use huddle::transfer::import::{Session, Setup};

/// The board, and the rows that were refused with their columns.
type Brought = (Workspace, Vec<(u32, String, Reason)>);

/// Ann of North and Bob of South have a quota in every month of 2026; on 25 November a file says that
/// Ann is of South, while the year of North is locked or not.
fn moved_by_file(is_locked: bool) -> Brought {
    let today: Day = "2026-11-25".parse().expect("a day");
    let mut board = Workspace::default();
    import_into(&mut board, "Sales Agent,Team\nAnn,North\nBob,South\n");
    let north = person(&board, "Ann").team.map(Bearer::Team).expect("a team");
    let year = |bearer: Bearer| Cell::of(bearer, Period::Year(2026));
    let mut edits = vec![Edit::Set(year(Bearer::Company), 240_000, Rest::Stays)];
    edits.extend(is_locked.then(|| Edit::Lock(year(north))));
    let command = Command::EditQuotas(2026, Split::People, edits);
    let changes = apply(&board, &command, &Context { today }).expect("room");
    board::take_changes(&mut board, &changes);
    let words = Lang::En.import_words();
    let mut session = Session::new(Setup { import: ImportId::drawn(2), today, words });
    let table = "Sales Agent,Team,Region\nAnn,South,East\n";
    board::add(&mut session, "table.csv", table.into()).expect("a table");
    let report = board::finish(&mut session, &board);
    board::take(&mut board, session.into_batch());
    let refused = report.files[0].rejected.iter();
    let refused = refused.map(|it| (it.row, it.column.clone(), it.reason)).collect();
    (board, refused)
}

fn person(board: &Workspace, name: &str) -> Person {
    board.people.values().find(|it| it.name == name).cloned().expect(name)
}

fn team_name(board: &Workspace, team: Option<TeamId>) -> String {
    board.teams.find(team).map(|it| it.name.clone()).unwrap_or_default()
}

#[test]
fn a_locked_quota_of_a_team_refuses_a_row_that_would_change_it() {
    let (board, refused) = moved_by_file(true);
    assert_eq!(refused, [(2, "Team".to_owned(), Reason::TeamLocked)]);
    let ann = person(&board, "Ann");
    assert_eq!((team_name(&board, ann.team), ann.region), ("North".to_owned(), String::new()));
}

#[test]
fn a_change_of_team_by_a_file_leaves_months_that_are_over_with_the_team_of_then() {
    let (board, refused) = moved_by_file(false);
    assert_eq!(refused, []);
    let ann = person(&board, "Ann");
    assert_eq!(team_name(&board, ann.team), "South");
    let was = ann.past_teams.iter().map(|it| (it.until.to_string(), team_name(&board, it.team)));
    assert_eq!(was.collect::<Vec<_>>(), [("2026-10-31".to_owned(), "North".to_owned())]);
}
