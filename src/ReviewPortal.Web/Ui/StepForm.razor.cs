using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Ui;

/// <summary>What a step form gives back: the words and the day, as far as it asks for them.</summary>
public readonly record struct StepInput(string Text, DateOnly Day);

/// <summary>A form for one step of the procedure that needs some words or a day.</summary>
public sealed partial class StepForm(StepDrafts drafts, Me me, TimeProvider clock, ILogger<Autosave> log) : IAsyncDisposable
{
    private static readonly TimeSpan BeforeLetter = TimeSpan.FromSeconds(2);

    // Between the words and what stands beside them; nobody can type it.
    private const char Border = '\u001f';

    private readonly Turns _turns = new();

    private string _beside = "";
    private Document? _letter;
    private ITimer? _typing;
    private object? _drawnFor;
    private string _text = "";
    private DateOnly _day;
    private Autosave? _autosave;
    private CaseAction? _begun;
    private PersonId _by;
    private DateTimeOffset? _restored;

    [Parameter, EditorRequired]
    public CaseAction Action { get; set; }

    /// <summary>The step under which what is typed is kept, where a choice in the form says which of several steps it is for.</summary>
    [Parameter]
    public CaseAction? KeptUnder { get; set; }

    /// <summary>Whether this person may prepare the step; otherwise there is no form.</summary>
    [Parameter, EditorRequired]
    public Answer? To { get; set; }

    /// <inheritdoc cref="ActionButton.Asks"/>
    [Parameter]
    public string? Asks { get; set; }

    /// <summary>What it is folded up under, where a page has the step twice; null for the name of the step.</summary>
    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public string? Lead { get; set; }

    [Parameter]
    public string? TextLabel { get; set; }

    /// <summary>The words the form begins with, as long as nobody wrote others.</summary>
    [Parameter]
    public string Text { get; set; } = "";

    /// <summary>How many characters it takes.</summary>
    [Parameter]
    public int Longest { get; set; } = StaffWords.Longest;

    [Parameter]
    public string? DayLabel { get; set; }

    /// <summary>The day the form begins with.</summary>
    [Parameter]
    public DateOnly Day { get; set; }

    /// <summary>Whether the form says so when that day is no working day.</summary>
    [Parameter]
    public bool SaysFreeDays { get; set; }

    /// <summary>What is missing while no words have been written; null when words are not needed.</summary>
    [Parameter]
    public Requirement? TextNeed { get; set; }

    [Parameter]
    public bool Open { get; set; }

    /// <summary>The case of the page: what is typed is kept under it.</summary>
    [CascadingParameter]
    public CaseHead? Case { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What belongs to the day, such as the hour.</summary>
    [Parameter]
    public RenderFragment? AfterDay { get; set; }

    /// <summary>What goes with the words, such as files.</summary>
    [Parameter]
    public RenderFragment? Below { get; set; }

    /// <summary>The letter that the step would send with what was filled in; null for a step that sends none. It is shown beside the words and follows them.</summary>
    [Parameter]
    public Func<StepInput, Task<Document?>>? Draws { get; set; }

    /// <summary>What else the letter depends on: when it changes, the letter follows at once.</summary>
    [Parameter]
    public object? DrawsFor { get; set; }

    [Parameter]
    public EventCallback<StepInput> OnSubmit { get; set; }

    /// <summary>What stands in the fields of <see cref="ChildContent"/> and <see cref="AfterDay"/>, as one text: kept with the words. Empty while they are as they were.</summary>
    [Parameter]
    public string Beside { get; set; } = "";

    /// <summary>Gives back what was kept of them.</summary>
    [Parameter]
    public EventCallback<string> BesideChanged { get; set; }

    /// <summary>What the form is about, where the page has it for one thing after another: what was written about another is not given back. Empty where the case has one.</summary>
    [Parameter]
    public string About { get; set; } = "";

    private Answer Ready => TextNeed is { } need && Inked.IsEmpty(_text)
        ? new Refused(Action, RefusalKind.Unmet) { Unmet = [need] }
        : To!;

    // Nothing to fill in and nothing to read: a fold around it would hide a button behind its own name.
    private bool IsBare => Lead is null && TextLabel is null && DayLabel is null && ChildContent is null;

    private CaseAction Under => KeptUnder ?? Action;

    private bool Keeps => (TextLabel is not null || BesideChanged.HasDelegate) && Case is not null;

    protected override void OnInitialized() => _day = Day;

    // Some forms are for one of two steps, as a choice in them says: what is written goes along.
    protected override async Task OnParametersSetAsync()
    {
        await RestoreAsync();
        if (_beside != Beside) Typed();
        _beside = Beside;
        if (_letter is not null && Equals(_drawnFor, DrawsFor)) return;
        await DrawAsync();
    }

    private async Task RestoreAsync()
    {
        if (!Keeps || To is not Done || _begun == Under) return;
        _by = await me.IdAsync();
        _autosave ??= new Autosave(KeepAsync, InvokeAsync, StateHasChanged, log);
        var first = _begun is null;
        _begun = Under;
        if (_text.Length > 0) Touch();
        else if (await drafts.FindAsync(Case!.Id, Under, _by, CancellationToken.None) is { } draft && _text.Length is 0 && draft.Text.Split(Border, 3) is var kept && About == (kept.Length > 2 ? kept[2] : ""))
        {
            (_text, _day, _restored) = (kept[0], first ? draft.Day : _day, draft.At);
            if (kept.Length > 1 && kept[1] != Beside) await BesideChanged.InvokeAsync(_beside = kept[1]);
        }
        else if (first && _text.Length is 0) _text = Text;
    }

    public ValueTask DisposeAsync()
    {
        _typing?.Dispose();
        return _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private void Touch() => _autosave?.Touch();

    private void Typed()
    {
        Touch();
        if (Draws is null) return;
        _typing?.Dispose();
        _typing = clock.CreateTimer(_ => _ = InvokeAsync(RestedAsync), null, BeforeLetter, Timeout.InfiniteTimeSpan);
    }

    private async Task RestedAsync()
    {
        try
        {
            await DrawAsync();
            StateHasChanged();
        }
        // Nobody waits for a timer: without this an old letter would stand beside new words, and nothing would be said.
        catch (Exception failed)
        {
            await DispatchExceptionAsync(failed);
        }
    }

    private async Task DrawAsync()
    {
        if (Draws is null || To is not Done) return;
        _drawnFor = DrawsFor;
        var turn = _turns.Next();
        var letter = await Draws(new StepInput(_text, _day));
        if (_turns.IsLast(turn)) _letter = letter;
    }

    private Task<Answer> KeepAsync() => drafts.KeepAsync(Case!.Id, Under, Kept, _day, _by, CancellationToken.None);

    private string Kept => (_text.Length > 0, Beside.Length > 0, About.Length > 0) switch
    {
        (false, false, _) when _day == Day => "",
        (true, false, false) => _text,
        (_, _, false) => $"{_text}{Border}{Beside}",
        _ => $"{_text}{Border}{Beside}{Border}{About}",
    };

    // What could not be kept is handed in all the same: the step carries the words itself.
    private async Task SubmitAsync()
    {
        if (_autosave is not null && !await _autosave.FlushAsync()) _autosave.Forget();
        await OnSubmit.InvokeAsync(new StepInput(_text, _day));
    }
}
