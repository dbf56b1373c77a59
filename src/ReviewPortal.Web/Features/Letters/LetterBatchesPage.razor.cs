using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The secretary chooses the decisions that are made known together: of a test, an incident or a session, or any.</summary>
public sealed partial class LetterBatchesPage(LetterBatchViews views, PublishTogether together, Me me, NavigationManager navigation, IStringLocalizer<LetterBatchTexts> texts) : IDisposable
{
    private readonly HashSet<CaseNumber> _chosen = [];
    private readonly Dictionary<CaseNumber, ImmutableArray<LetterFault>> _faults = [];
    private readonly CancellationTokenSource _gone = new();
    private ImmutableArray<ReadyDecision>? _ready;
    private BatchLines? _lists;
    private SigningGate? _gate;
    private ElementReference _yes;
    private PersonId _by;
    private string _filter = "";
    private string _title = "";
    private string? _told;
    private bool _asks;
    private bool _asked;
    private bool _busy;
    private bool _checked;

    private ImmutableArray<ReadyDecision> Shown => [.. (_ready ?? []).Where(item => _filter.Length is 0 || GroupsOf(item).Any(group => group.Value == _filter))];

    // What is known to be blocked is not offered.
    private ImmutableArray<ReadyDecision> Open => [.. Shown.Where(item => FaultsOf(item).IsEmpty)];

    private ImmutableArray<ReadyDecision> Chosen => [.. Open.Where(item => _chosen.Contains(item.Number))];

    private string Question => Chosen.Length is 1 ? texts["Ask.One"] : texts["Ask", Chosen.Length];

    // What still has to be done before they can be made known.
    private ImmutableArray<string> WhyNot => [.. Chosen.Length is 0 ? ["WhyNot.None"] : Array.Empty<string>(), .. Inked.IsEmpty(_title) ? ["WhyNot.Name"] : Array.Empty<string>()];

    private IEnumerable<(string Value, string Text, int Count)> Filters => (_ready ?? []).SelectMany(GroupsOf)
        .GroupBy(group => group).OrderBy(group => group.Key.Text, StringComparer.Ordinal).Select(group => (group.Key.Value, group.Key.Text, group.Count()));

    protected override async Task OnInitializedAsync()
    {
        _by = await me.IdAsync();
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var asks = _asks && !_asked;
        _asked = _asks;
        if (asks) await _yes.FocusIfThereAsync();
        if (_ready is null || _checked) return;
        _checked = true;
        await CheckAsync();
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private ImmutableArray<LetterFault> FaultsOf(ReadyDecision item) => _faults.GetValueOrDefault(item.Number, []);

    // Each letter is read as on its own page. There may be hundreds: the list can be used meanwhile, and what is chosen too early the list of letters refuses itself.
    private async Task CheckAsync()
    {
        foreach (var item in _ready ?? [])
        {
            if (_gone.IsCancellationRequested) return;
            _faults[item.Number] = await views.FaultsAsync(item.Case.Id, _by, CancellationToken.None);
            if (!_faults[item.Number].IsEmpty || _faults.Count % 20 is 0) StateHasChanged();
        }

        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        _ready = await views.ReadyAsync(_by, CancellationToken.None);
        _faults.Clear();
        _checked = false;
        _chosen.IntersectWith(_ready.Value.Select(item => item.Number));
        await TurnAsync(0);
    }

    private async Task TurnAsync(int skip) => _lists = await views.ListAsync(_by, skip, CancellationToken.None);

    // What a decision can be grouped by; the texts tell the kinds apart.
    private IEnumerable<(string Value, string Text)> GroupsOf(ReadyDecision item) =>
    [
        ($"exam:{item.Exam}", texts["Filter.Exam", item.Exam]),
        .. item.Incidents.Select(incident => ($"incident:{incident}", texts["Filter.Incident", incident].Value)),
        .. item.Session is { } day ? [($"session:{day:yyyy-MM-dd}", texts["Filter.Session", day.InWords(Here.Language)].Value)] : Array.Empty<(string, string)>(),
    ];

    private void Show(string filter)
    {
        (_filter, _asks) = (filter, false);
        // What is not shown is not sent: a choice that cannot be seen is none.
        _chosen.IntersectWith(Shown.Select(item => item.Number));
    }

    private void Choose(CaseNumber number, bool on)
    {
        _asks = false;
        if (on) _chosen.Add(number);
        else _chosen.Remove(number);
    }

    private void ChooseAll(bool on)
    {
        (_asks, _told) = (false, null);
        _chosen.Clear();
        if (on) _chosen.UnionWith(Open.Select(item => item.Number));
    }

    private void Ask() => _asks = _asks || (!_busy && WhyNot.IsEmpty);

    private async Task StartAsync()
    {
        (_busy, _told) = (true, null);
        try
        {
            var (title, chosen) = (_title, Chosen);
            if (await _gate!.SignAsync(texts, title.Trim(), chosen.Select(item => item.Number), by => together.StartAsync(title, [.. chosen.Select(item => item.Case)], by, CancellationToken.None)) is not { } order) return;
            if (order.Batch is { } batch)
            {
                navigation.NavigateTo(Links.LetterBatch(batch));
                return;
            }

            _told = texts["NotStarted"];
            await LoadAsync();
        }
        finally
        {
            (_busy, _asks) = (false, false);
        }
    }
}
