//! What moved between two states of the leads: the steps from what was open to what is, with a
//! table, and the leads behind every kind of change.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::id::LeadId;
use crate::domain::money::Money;
use crate::i18n::Lang;
use crate::present::chart::{self, Step};
use crate::present::forecast::compared::{Compared, MovedLine};
use crate::present::forecast::movements::{Moved, MovedRow, Way};
use crate::present::format;
use crate::present::goals::words::signed;
use crate::runtime::app::use_app;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, ChartFrame, Column, Dialog, StepsChart, Table, WindowedList};

/// The height of a lead in the list, in pixels.
const LINE_HEIGHT: u32 = 64;

/// Two states and what moved between them; none while they are not known.
pub type Comparison = Memo<Option<Arc<Compared>>>;

/// The picture, its table, and a list of leads for each kind of change.
#[component]
pub fn MovedSteps(
    /// What is compared.
    compared: Comparison,
    /// What is said where nothing moved.
    #[prop(into)]
    nothing: Signal<String>,
    /// Whether the leads are those of the board and can be opened.
    linked: bool,
) -> impl IntoView {
    let lang = use_app().lang();
    let opened = RwSignal::new(None);
    let any = move || compared.read().as_ref().is_some_and(|it| !it.moved.rows.is_empty());
    let none = move || {
        let known = Memo::new(move |_| compared.read().is_some());
        let line =
            move || view! { <p class="section__note" data-testid="moved-nothing">{nothing}</p> };
        view! { <Show when=move || known.get()>{line()}</Show> }
    };
    view! {
        <Show when=any fallback=none>
            <Steps lang compared opened />
        </Show>
        <Leads lang compared opened linked />
    }
}

#[component]
fn Steps(lang: Signal<Lang>, compared: Comparison, opened: RwSignal<Option<Way>>) -> impl IntoView {
    let of_moved = move |read: &dyn Fn(Lang, &Moved) -> String| {
        let compared = compared.read();
        compared.as_ref().map(|it| read(lang.get(), &it.moved)).unwrap_or_default()
    };
    let sentence = move || {
        of_moved(&|lang, it| {
            let money = |it| format::money(lang, it);
            lang.moved_sentence(&money(it.before.0), &money(it.after.0))
        })
    };
    let steps = move || {
        let compared = compared.read();
        compared.as_ref().map(|it| it.moved.steps(lang.get())).unwrap_or_default()
    };
    let amount = move |step: Step| {
        of_moved(&|lang, it| {
            let money = chart::money(step.value, it.before.0.currency);
            if step.is_whole { format::money(lang, money) } else { signed(lang, money) }
        })
    };
    let notes = move || {
        let compared = compared.read();
        compared.as_ref().map(|it| it.moved.notes(lang.get())).unwrap_or_default()
    };
    let note =
        |words: String| view! { <p class="section__note" data-testid="moved-note">{words}</p> };
    view! {
        <ChartFrame sentence table=move || view! { <MovedTable lang compared /> }>
            <StepsChart steps=Signal::derive(steps) format=amount />
        </ChartFrame>
        <Ways lang compared opened />
        {move || notes().into_iter().map(note).collect_view()}
    }
}

/// A button for every kind of change: the way to its leads that needs no table.
#[component]
fn Ways(lang: Signal<Lang>, compared: Comparison, opened: RwSignal<Option<Way>>) -> impl IntoView {
    let button = move |way: Way, leads: usize| {
        let lang = lang.get();
        let words = [way.words(lang), " · ", &format::count(lang, leads as u64)].concat();
        view! {
            <Button
                label=words.clone()
                on_press=move |()| opened.set(Some(way))
                attr:aria-haspopup="dialog"
                attr:aria-label=lang.moved_show(&words)
                attr:data-testid="moved-way"
                attr:data-way=way.code()
            />
        }
    };
    let ways = move || {
        let compared = compared.read();
        let rows = compared.as_ref().map(|it| it.moved.rows.as_slice()).unwrap_or_default();
        rows.iter().map(|it| button(it.way, it.leads.len())).collect_view()
    };
    view! { <div class="toolbar" role="group" aria-label=move || lang.get().moved_kind()>{ways}</div> }
}

/// The leads of one kind of change.
#[component]
fn Leads(
    lang: Signal<Lang>,
    compared: Comparison,
    opened: RwSignal<Option<Way>>,
    linked: bool,
) -> impl IntoView {
    let title = move || {
        let way = opened.get().map(|it| it.words(lang.get()));
        way.unwrap_or_default().to_owned()
    };
    let ids = move || {
        let compared = compared.read();
        let row = opened.get().and_then(|way| compared.as_ref()?.row(way).cloned());
        row.map(|it| it.leads).unwrap_or_default()
    };
    let effect = move || {
        let compared = compared.read();
        let row = opened.get().and_then(|way| compared.as_ref()?.row(way).cloned());
        row.map(|row| {
            let lang = lang.get();
            let [open, won] = [row.open, row.won].map(|it| signed(lang, it));
            lang.moved_effect(&open, &won)
        })
    };
    let row = Callback::new(move |id: LeadId| {
        let compared = compared.get();
        let way = opened.get_untracked();
        let line = way.and_then(|way| compared?.line(lang.get(), way, id));
        line.map(|it| line_view(it, linked.then_some(id))).into_any()
    });
    let height = move || {
        let count = ids().len() as u32;
        ["min(", &(count * LINE_HEIGHT).to_string(), "px, 55vh)"].concat()
    };
    view! {
        <Dialog
            open=Signal::derive(move || opened.get().is_some())
            title
            on_close=move |()| opened.set(None)
        >
            <p class="section__note">{effect}</p>
            <div class="certificate__records" style:block-size=height data-testid="moved-leads">
                <WindowedList label=title ids=Signal::derive(ids) row_height=LINE_HEIGHT row roving=linked />
            </div>
        </Dialog>
    }
}

fn line_view(line: MovedLine, link: Option<LeadId>) -> AnyView {
    let MovedLine { name, detail, amount } = line;
    let inner = view! {
        <span class="list__main">
            <span class="list__name">{name}</span>
            <span class="certificate__source">{detail}</span>
        </span>
        <span class="list__figure">{amount}</span>
    };
    match link {
        Some(id) => {
            let href = Route::Lead(id, BoardAddress::default()).href();
            view! { <a class="list__row certificate__record" href=href>{inner}</a> }.into_any()
        }
        None => view! { <div class="list__row certificate__record">{inner}</div> }.into_any(),
    }
}

#[component]
fn MovedTable(lang: Signal<Lang>, compared: Comparison) -> impl IntoView {
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("kind", lang.moved_kind()),
            Column::figure("leads", lang.moved_leads()),
            Column::figure("open", lang.moved_open()),
            Column::figure("won", lang.moved_won()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = |[kind, leads, open, won]: [String; 4]| {
        view! {
            <tr>
                <th scope="row">{kind}</th>
                <td class="figures">{leads}</td>
                <td class="figures">{open}</td>
                <td class="figures">{won}</td>
            </tr>
        }
    };
    let rows = move || {
        let compared = compared.read();
        compared.as_ref().map(|it| rows(lang.get(), &it.moved)).unwrap_or_default()
    };
    view! {
        <Table caption=move || lang.get().moved_caption() columns>
            {move || rows().into_iter().map(row).collect_view()}
        </Table>
    }
}

fn rows(lang: Lang, moved: &Moved) -> Vec<[String; 4]> {
    let end = |name: &str, (open, won): (Money, Money)| {
        [name.to_owned(), String::new(), format::money(lang, open), format::money(lang, won)]
    };
    let row = |it: &MovedRow| {
        let leads = format::count(lang, it.leads.len() as u64);
        [it.way.words(lang).to_owned(), leads, signed(lang, it.open), signed(lang, it.won)]
    };
    let mut rows = vec![end(lang.moved_before(), moved.before)];
    rows.extend(moved.rows.iter().map(row));
    rows.push(end(lang.moved_after(), moved.after));
    rows
}
