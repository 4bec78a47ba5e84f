//! What assignment needs, imported: people's levels, limits, skills, languages and places, and how
//! urgent, how hard and of which language leads are.
//!
//! Headers are those of the exports that `../shared/IMPORT-FORMATS.md` lists (`Rating` of a
//! Salesforce lead report, `Label` of Pipedrive), and the words on this product's own pages.

use crate::import_support::{cautions, counts, import, import_into, planned};
use huddle::domain::Record;
use huddle::domain::assignment::fit::{Barrier, Survey};
use huddle::domain::assignment::rules::AssignmentRules;
use huddle::domain::calendar::Day;
use huddle::domain::id::LeadId;
use huddle::domain::lead::Priority;
use huddle::domain::people::{Level, Person};
use huddle::domain::workspace::{Table, Workspace};
use huddle::i18n::Lang;
use huddle::transfer::import::report::{Caution, Reason};
use huddle::transfer::import::{Field, Kind};

#[track_caller]
fn check(header: &str, kind: Kind, expect: &[&str]) {
    let session = planned(&Workspace::default(), &[("t.csv", format!("{header}\n").as_bytes())]);
    assert_eq!(session.kind(0), Some(kind), "{header}");
    let fields: Vec<&str> =
        session.columns(0).iter().map(|it| it.field.map_or("", Field::code)).collect();
    assert_eq!(fields, expect, "{header}");
}

#[test]
fn usual_headers_are_understood() {
    check(
        "Sales Agent,Manager,Level,Capacity,Skills,Languages,Territory",
        Kind::People,
        &["name", "manager", "level", "capacity", "skills", "languages", "territories"],
    );
    check(
        "姓名,团队,经验,最多同时跟进,熟悉的产品,语言,负责地区",
        Kind::People,
        &["name", "team", "level", "capacity", "skills", "languages", "territories"],
    );
    check(
        "Lead Owner,First Name,Last Name,Title,Company / Account,Lead Source,Rating,Street,Email",
        Kind::Leads,
        &["owner", "first_name", "last_name", "", "customer", "source", "priority", "", "email"],
    );
    check(
        "Deal - Title,Deal - Value,Deal - Label,Deal - Owner",
        Kind::Deals,
        &["name", "amount", "tags", "owner"],
    );
    check(
        "商机名称,客户名称,优先级,复杂度,语言,标签",
        Kind::Deals,
        &["name", "customer", "priority", "complexity", "language", "tags"],
    );
}

/// The fields of the lists are called as on the page of a person, so that its words are headers.
#[test]
fn the_words_of_the_own_pages_are_headers() {
    let own = [Field::Level, Field::Capacity, Field::Skills, Field::Languages, Field::Territories];
    for lang in [Lang::En, Lang::Zh] {
        let words: Vec<&str> = own.iter().map(|it| lang.import_field(*it)).collect();
        let name = lang.import_field(Field::Owner);
        let codes: Vec<&str> = own.iter().map(|it| it.code()).collect();
        check(
            &[&[name][..], &words].concat().join(","),
            Kind::People,
            &[&["name"][..], &codes].concat(),
        );
    }
}

const PEOPLE: &str = "Sales Agent,Team,Level,Capacity,Skills,Languages,Territories\n\
     Ann,North,Senior,12,CRM; ERP,English;German,Bern、Basel\n\
     Bob,North,新人,5.0,Cloud,,Rome\n\
     Cy,North,,,,,\n";

const DEALS: &str = "Deal Name,Account Name,Deal Owner,Priority,Complexity,Language,Tags\n\
     Pumps,Acme,,Hot,complex,German,\"VIP, new\"\n\
     Hoses,Acme,,低,1,,\n";

fn person(board: &Workspace, name: &str) -> Person {
    board.people.values().find(|it| it.name == name).cloned().expect("a person")
}

#[test]
fn people_come_with_what_the_rules_look_at() {
    let (report, board) = import(PEOPLE);
    assert_eq!(counts(&report), [3, 3, 0, 0, 0]);
    let ann = person(&board, "Ann");
    assert_eq!((ann.level, ann.capacity), (Some(Level::Senior), Some(12)));
    assert_eq!(ann.skills, ["CRM", "ERP"]);
    assert_eq!(ann.languages, ["English", "German"]);
    assert_eq!(ann.territories, ["Bern", "Basel"]);
    let bob = person(&board, "Bob");
    assert_eq!((bob.level, bob.capacity), (Some(Level::Newcomer), Some(5)));
    let cy = person(&board, "Cy");
    assert_eq!((cy.level, cy.capacity, cy.skills.len()), (None, None, 0));
}

#[test]
fn leads_come_with_what_the_rules_look_at() {
    let (_, board) = import(DEALS);
    let lead = |name: &str| board.leads.values().find(|it| it.name == name).expect("a lead");
    let pumps = lead("Pumps");
    assert_eq!((pumps.priority, pumps.complexity), (Priority::High, Some(3)));
    assert_eq!(
        (pumps.language.as_str(), &pumps.tags[..]),
        ("German", &["VIP", "new"].map(str::to_owned)[..])
    );
    assert_eq!((lead("Hoses").priority, lead("Hoses").complexity), (Priority::Low, Some(1)));
}

/// The files alone are enough for the rules to decide.
#[test]
fn what_was_imported_is_what_rules_decide_by() {
    let (_, mut board) = import(PEOPLE);
    import_into(&mut board, DEALS);
    let rules = AssignmentRules { needs_language: true, ..AssignmentRules::default() };
    let fields = rules.fields();
    let mut fields = fields.iter().map(|(name, value)| (*name, value));
    board.refresh(Table::AssignmentRules, AssignmentRules::ID.into(), Some(&mut fields));
    import_into(&mut board, "Sales Agent,Languages\nBob,Italian\n");
    let leads: Vec<LeadId> = board.leads.iter().map(|(id, _)| id).collect();
    let survey = Survey::new(&board, &leads, None, Day::EPOCH);
    let barred = |lead: &str, name: &str| {
        let lead = survey
            .leads
            .iter()
            .position(|id| board.leads.get(*id).is_some_and(|it| it.name == lead));
        let person = survey
            .people
            .iter()
            .position(|id| board.people.get(*id).is_some_and(|it| it.name == name));
        survey.fit(lead.expect("a lead"), person.expect("a person"), 0).err()
    };
    assert_eq!(barred("Pumps", "Ann"), None);
    assert_eq!(barred("Pumps", "Bob"), Some(Barrier::Language));
    assert_eq!(barred("Pumps", "Cy"), None);
    assert_eq!(barred("Hoses", "Bob"), None);
}

#[test]
fn the_same_file_again_changes_nothing_and_blank_cells_keep() {
    let (_, mut board) = import(PEOPLE);
    import_into(&mut board, DEALS);
    let before = board.clone();
    for (text, rows) in [(PEOPLE, 3), (DEALS, 2)] {
        assert_eq!(counts(&import_into(&mut board, text)), [rows, 0, 0, rows, 0]);
    }
    import_into(&mut board, "Sales Agent,Level,Capacity,Skills\nAnn,,,\n");
    assert_eq!((&board.people, &board.leads), (&before.people, &before.leads));
    // Tags of people's own stay beside those of the file.
    import_into(&mut board, "Deal Name,Account Name,Tags\nPumps,Acme,vip;late\n");
    let pumps = board.leads.values().find(|it| it.name == "Pumps").expect("a lead");
    assert_eq!(pumps.tags, ["VIP", "new", "late"]);
}

#[test]
fn rows_that_say_something_else_are_refused_with_what_to_write() {
    let (report, board) = import(
        "Sales Agent,Level,Capacity\nAnn,Senior,3\nBob,P7,3\nCy,Junior,many\nDee,Junior,-2\n",
    );
    let refused: Vec<_> = report.files[0]
        .rejected
        .iter()
        .map(|it| (it.row, it.column.as_str(), it.value.as_str(), it.reason))
        .collect();
    assert_eq!(
        refused,
        [
            (3, "Level", "P7", Reason::Level),
            (4, "Capacity", "many", Reason::Capacity),
            (5, "Capacity", "-2", Reason::Capacity),
        ]
    );
    assert_eq!(board.people.len(), 1);
    for reason in [Reason::Level, Reason::Capacity, Reason::Priority, Reason::Complexity] {
        let [english, chinese] = [Lang::En, Lang::Zh].map(|it| it.import_reason(reason));
        assert!(english.contains("Write ") && chinese.contains("请写"), "{english} {chinese}");
    }
}

/// A column in which no cell can be read is left out, and no row is lost for its sake.
#[test]
fn a_column_of_other_words_is_left_out() {
    let (report, board) = import("Deal Name,Priority\nPumps,A\nHoses,B\n");
    assert_eq!(counts(&report), [2, 2, 0, 0, 0]);
    let is_told = |it: &&Caution| matches!(it, Caution::ColumnUnreadable { column, sample } if column == "Priority" && sample == "A");
    assert_eq!(cautions(&report).iter().filter(|it| is_told(it)).count(), 1);
    assert!(board.leads.values().all(|it| it.priority == Priority::Normal));
}
