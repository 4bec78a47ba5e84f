//! New customers and leads that may be there already: taken as new, or added to the one that is
//! there; each or all at once.

use leptos::prelude::*;

use crate::domain::import_links::Links as Chosen;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::import_links::{LinkRow, still_offered};
use crate::runtime::app::use_app;
use crate::runtime::importing::Importing;
use crate::ui::{Button, CheckField};

/// How many are listed; the buttons mean the others, too.
const LISTED: usize = 100;

/// What is said of one kind of record.
#[derive(Clone, Copy)]
struct Words {
    testid: &'static str,
    title: fn(Lang, &str) -> String,
    note: fn(Lang) -> &'static str,
    said: fn(Lang, &str, &str) -> String,
}

const CUSTOMERS: Words = Words {
    testid: "import-link",
    title: Lang::import_links,
    note: Lang::import_links_note,
    said: Lang::import_links_said,
};

const LEADS: Words = Words {
    testid: "import-lead-link",
    title: Lang::import_lead_links,
    note: Lang::import_lead_links_note,
    said: Lang::import_lead_links_said,
};

/// Both lists, where there is anything in them. The leads follow what is ticked of customers.
#[component]
pub(super) fn Links(flow: Importing) -> impl IntoView {
    let customers = Memo::new(move |_| flow.link_rows());
    let leads = Memo::new(move |_| flow.lead_link_rows());
    let choose = Callback::new(move |chosen: Chosen| {
        flow.links.set(chosen);
        // With other customers other leads are offered; the list has worked them out by now.
        let kept = still_offered(flow.lead_links.get_untracked(), &leads.read_untracked());
        flow.lead_links.set(kept);
    });
    let choose_leads = Callback::new(move |chosen: Chosen| flow.lead_links.set(chosen));
    view! {
        <LinkList words=CUSTOMERS rows=customers chosen=flow.links choose />
        <LinkList words=LEADS rows=leads chosen=flow.lead_links choose=choose_leads />
    }
}

/// One list.
#[component]
fn LinkList(
    words: Words,
    rows: Memo<Vec<LinkRow>>,
    chosen: RwSignal<Chosen>,
    choose: Callback<Chosen>,
) -> impl IntoView {
    let lang = use_app().lang();
    let count = move |count: usize| format::count(lang.get(), count as u64);
    let title = move || (words.title)(lang.get(), &count(rows.read().len()));
    let ticked = move || {
        let chosen = chosen.read();
        rows.read().iter().filter(|it| chosen.contains_key(&it.new)).count()
    };
    let said = move || (words.said)(lang.get(), &count(ticked()), &count(rows.read().len()));
    let all = move || {
        choose.run(rows.with_untracked(|it| it.iter().map(|it| (it.new, it.known)).collect()));
    };
    let none = move || choose.run(Chosen::new());
    let row = move |row: LinkRow| link_row(words.testid, row, chosen, choose);
    let listed = move || rows.read().iter().take(LISTED).cloned().map(row).collect_view();
    let more = move || {
        let more = rows.read().len().saturating_sub(LISTED);
        (more != 0).then(|| {
            let words = lang.get().import_links_more(&count(more));
            view! { <p class="section__note">{words}</p> }
        })
    };
    let part = move |part: &str| [words.testid, part].concat();
    view! {
        <Show when=move || !rows.read().is_empty()>
            <section class="section" data-testid=part("s")>
                <h3 class="section__title">{title}</h3>
                <p class="section__note">{move || (words.note)(lang.get())}</p>
                <ul class="list">{listed}</ul>
                {more}
                <div class="actions actions--start">
                    <Button label=move || lang.get().import_links_all() on_press=move |()| all() attr:data-testid=part("s-all") />
                    <Button label=move || lang.get().import_links_none() on_press=move |()| none() attr:data-testid=part("s-none") />
                </div>
                <p role="status" data-testid=part("s-said")>{said}</p>
            </section>
        </Show>
    }
}

/// A record that may be there already.
fn link_row(
    testid: &'static str,
    LinkRow { new, known, name, note }: LinkRow,
    chosen: RwSignal<Chosen>,
    choose: Callback<Chosen>,
) -> AnyView {
    let tick = move |ticked: bool| {
        let mut links = chosen.get_untracked();
        links.remove(&new);
        links.extend(ticked.then_some((new, known)));
        choose.run(links);
    };
    view! {
        <li data-testid=testid>
            <CheckField
                label=name
                hint=Signal::derive(move || note.clone())
                checked=Signal::derive(move || chosen.read().contains_key(&new))
                on_change=tick
            />
        </li>
    }
    .into_any()
}
