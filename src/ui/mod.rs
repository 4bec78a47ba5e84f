//! Widgets: they show what they are given and tell what was done to them. They know no state of
//! the application, no domain and no address; the one context they read is the language
//! ([`lang::LangContext`]).
//!
//! Texts are `Signal<String>` and take `"x"`, a `String`, a signal or a closure that returns
//! either; events are `Callback`s and take a closure. Styles are in `style/`, by class name.
//!
//! | widget | one line of use |
//! |---|---|
//! | [`AppFrame`] | `<AppFrame items current title page tools=\|\| view!{…} status=\|\| view!{…}>page</AppFrame>` |
//! | [`Button`] | `<Button label=move \|\| lang.get().save() kind=ButtonKind::Primary icon=Icon::Check on_press=move \|\| … />` |
//! | [`IconButton`] | `<IconButton icon=Icon::Undo label=… disabled=… on_press=… />` |
//! | [`ButtonLink`] | `<ButtonLink label=… href=… icon=Icon::Plus />` |
//! | [`MenuButton`] | `<MenuButton label=… items=move \|\| vec![MenuItem::new("won", …)] on_choose=move \|id: String\| … />` |
//! | [`Popover`] | `<span class="popover-anchor"><button/><Popover open label on_close>…</Popover></span>` |
//! | [`TextField`], [`AreaField`] | `<TextField label value on_input=move \|text: String\| … on_enter hint error />` |
//! | [`SearchField`] | `<SearchField label value on_input />` |
//! | [`MoneyField`] | `<MoneyField label currency="¥" value on_input understood error />` |
//! | [`DateField`] | `<DateField label value="2026-03-01" on_change=move \|day: String\| … />` |
//! | [`TimeField`] | `<TimeField label value="09:05" on_change=move \|time: String\| … />` |
//! | [`MonthField`], [`QuarterField`] | `<MonthField label value=YearPart { year: 2026, part: 3 } on_change />` |
//! | [`RangeField`] | `<RangeField label most=120 value words="9:41" on_input=move \|step: i64\| … />` |
//! | [`SelectField`], [`SegmentedField`] | `<SelectField label choices=move \|\| vec![Choice::new("a", "A")] value on_change />` |
//! | [`CheckField`] | `<CheckField label checked on_change=move \|ticked: bool\| … />` |
//! | [`PeoplePicker`] | `<PeoplePicker label people picked mode=PickMode::Many on_pick=move \|id: String\| … />` |
//! | [`Dialog`] | `<Dialog open title on_close actions=\|\| view!{<Button …/>}>body</Dialog>` (keep it mounted) |
//! | [`Sheet`] | `<div class="two-pane"><div class="two-pane__main">list</div><Sheet open title on_close>detail</Sheet></div>` |
//! | [`Table`] | `<Table caption columns=move \|\| vec![Column::text("name", …), Column::figure("sum", …)] sorted on_sort><tr>…</tr></Table>` |
//! | [`WindowedTable`], [`WindowedList`] | `<WindowedList label ids row_height=80 row=move \|id\| view!{…}.into_any() />` |
//! | [`WindowedStack`] | boxes of unlike heights: `<WindowedStack label scroller boxes head item=move \|(name, stretch)\| view!{…}.into_any() />` |
//! | [`Tabs`] | `<Tabs label tabs selected on_select>view of the chosen tab</Tabs>` |
//! | [`Steps`] | `<Steps label steps current />` |
//! | [`Toasts`] | `<Toasts toasts on_dismiss on_action />` once, at the root |
//! | [`Progress`] | `<Progress label share on_cancel />` |
//! | [`SaveStateChip`] | `<SaveStateChip state on_press />` |
//! | [`SignPad`] | `<SignPad label width=480 height=160 path on_ink=move \|it: Ink\| … />`, beside a field to type in |
//! | [`Meter`] | `<Meter label share=0.62 mark=0.7 tone=Tone::Warn />` |
//! | [`Figure`] | `<Figure value label size=FigureSize::Headline on_explain />` |
//! | [`Badge`], [`Avatar`], [`IconView`] | `<Badge label tone=Tone::Warn icon=Icon::Clock />` |
//! | [`EmptyState`] | `<EmptyState picture=EmptyPicture::Board sentence><Button …/></EmptyState>` |
//! | [`Drag`] | `Drag::new(root, on_news)`; things have `data-thing`, places `data-place` |
//! | [`ChartFrame`] | `<ChartFrame sentence table=\|\| view!{<Table …/>}><PaceChart pace format dates /></ChartFrame>` |
//! | [`PaceChart`], [`IntervalBars`], [`SpreadChart`], [`TrendChart`], [`SeriesChart`], [`StepsChart`], [`LoadChart`], [`PortionBars`], [`HeatGrid`] | inside a `ChartFrame` |
//! | [`Form`] | `let form = Form::<Draft, Refusal>::closed();` then `form.show(draft)`, `form.text(\|draft\| &mut draft.name)`, `form.settle(outcome)` |
//! | [`Certificate`] | `<Certificate value formula inputs notes records ids record />`, inside a `Sheet` |

mod answer;
mod avatar;
mod badge;
mod button;
mod certificate;
mod chart;
mod close_request;
mod dialog;
mod draft;
mod drag;
mod empty;
mod field;
mod figure;
mod focus;
mod focus_trap;
mod form_actions;
mod frame;
mod icon;
pub mod id;
mod in_sight;
pub mod key;
mod keyboard;
pub mod lang;
mod menu;
mod meter;
mod motion;
mod notice;
mod popover;
mod progress;
mod save_state;
mod sheet;
mod sign_pad;
mod stack;
mod steps;
mod table;
mod tabs;
mod toast;
mod tone;
mod window;

pub use answer::{after_paint, answer_first, answer_first_to_type, busy_word};
pub use avatar::{Avatar, initials};
pub use badge::Badge;
pub use button::{Button, ButtonKind, ButtonLink, IconButton, RowName, bool_word};
pub use certificate::{Certificate, CertificateRecord};
pub use chart::{
    BarRow, ChartFrame, CurveChart, HeatGrid, IntervalBars, KeyItem, LoadChart, PaceChart,
    PortionBars, PortionRow, SeriesChart, SpreadChart, StepsChart, TrendChart,
};
pub use dialog::Dialog;
pub use draft::Form;
pub use drag::{Arrow, Drag, DragNews, DroppedBy};
pub use empty::{EmptyPicture, EmptyState};
pub use field::{
    AreaField, CheckField, Choice, DateField, MoneyField, MonthField, PeoplePicker, Person,
    PickMode, QuarterField, RangeField, SearchField, SegmentedField, SelectField, TextField,
    TimeField, YearPart,
};
pub use figure::{Figure, FigureSize};
pub use focus::{arrive_at, focus_page, go_to, show_beginning, type_into};
pub use form_actions::FormActions;
pub use frame::{AppFrame, FrameItem, FramePlace};
pub use icon::{Icon, IconView};
pub use lang::{LangContext, use_lang};
pub use menu::{MenuButton, MenuItem, MenuItemState};
pub use meter::Meter;
pub use motion::on_its_way;
pub use notice::Notice;
pub use popover::Popover;
pub use progress::Progress;
pub use save_state::{NotSavedReason, SaveState, SaveStateChip};
pub use sheet::Sheet;
pub use sign_pad::{Ink, SignPad, SignPicture};
pub use stack::{StackBox, Stretch, WindowedStack, rows_in};
pub use steps::Steps;
pub use table::{Column, ColumnKind, SortOrder, SortedBy, Sorting, Table, WindowedTable};
pub use tabs::Tabs;
pub use toast::{Said, Toast, ToastAction, Toasts};
pub use tone::Tone;
pub use window::{TabStop, WindowedList, pixels, stop_in_sight, visible_rows};
