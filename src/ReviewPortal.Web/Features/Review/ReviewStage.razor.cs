using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;
using ReviewPortal.Web.Ui.Playback;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Stands between the stage in the browser and the reviewer's work: what was watched, the marks, the answers to signals.</summary>
public sealed partial class ReviewStage(
    IJSRuntime js, KeepSeen keepSeen, StageMakings made, IStringLocalizer<ReviewPageTexts> stageTexts, IStringLocalizer<SignalTexts> signalTexts, IStringLocalizer<PlaybackTexts> trackTexts,
    IStringLocalizer<ExhibitTexts> exhibitTexts, SignalPages signals) : IAsyncDisposable
{
    private readonly ReviewStageModule _module = new(js);
    private DotNetObjectReference<ReviewStage>? _self;
    private ElementReference _root;
    private SignalsPane? _signals;
    private MarksPane? _marks;
    private MarkBar[] _drawn = [];
    private bool _mayWork;
    private bool _failed;

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView View { get; set; }

    /// <summary>What this candidate may beyond what stands on the exam sheet.</summary>
    [Parameter]
    public Allowed Allowed { get; set; } = Allowed.Nothing;

    [Parameter, EditorRequired]
    public required OpenedSitting Opened { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>Seconds from the sitting's start at which to begin; null for the first moment not yet watched.</summary>
    [Parameter]
    public double? At { get; set; }

    /// <summary>The bar above the pictures.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Something of the review has been kept, or refused.</summary>
    [Parameter]
    public EventCallback<Answer> OnKept { get; set; }

    /// <summary>Stretches that were watched have been kept, or refused.</summary>
    [Parameter]
    public EventCallback<Answer> OnSeen { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            await AllowWorkAsync();
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _mayWork = View.CanWork;
        try
        {
            await _module.OpenAsync(_root, StageSetup.Of(Head, Opened, View, await made.OfAsync(Head.Sitting, By, CancellationToken.None), By, TrackTexts.Of(trackTexts), StageTexts.Of(stageTexts, signalTexts), At), _self);
        }
        catch (JSException)
        {
            // Without its script the stage shows nothing; the reader is told, and the circuit lives on.
            _failed = true;
            StateHasChanged();
        }
    }

    /// <summary>Keeps everything that is under way; before a step that builds on it.</summary>
    /// <returns>False when something could not be kept; then the step must not follow.</returns>
    public async Task<bool> SettleAsync()
    {
        if (_marks is not null && !await _marks.CloseAsync()) return false;
        if (_self is not null && !_failed) await _module.TellWatchedAsync(_root);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_self is not null && !_failed && await _module.CloseAsync(_root) is { Length: > 0 } rest)
                await keepSeen.RunAsync(Head.Id, Played.Believable(rest, Opened.Seconds), By, CancellationToken.None);
        }
        catch (Exception gone) when (JsModule.IsGone(gone))
        {
            // The browser is gone; what it had not told stays in its tab and comes with the next visit.
        }
        finally
        {
            _self?.Dispose();
            await _module.DisposeAsync();
        }
    }

    /// <returns>Whether the browser may forget these stretches: they are kept, or never will be.</returns>
    [JSInvokable]
    public async Task<bool> Watched(Played?[]? played)
    {
        if (!View.CanWork) return true;
        await OnSeen.InvokeAsync(await keepSeen.RunAsync(Head.Id, Played.Believable(played, Opened.Seconds), By, CancellationToken.None));
        return true;
    }

    [JSInvokable]
    public Task OpenMark(double from, double to) => _marks?.OpenAsync(from, to, signal: null) ?? Task.CompletedTask;

    /// <summary>A mark that had no category yet when the page was reloaded.</summary>
    /// <param name="signal">The signal it was made from.</param>
    [JSInvokable]
    public async Task ReopenMark(double from, double to, long? signal)
    {
        if (_marks is null) return;
        var scope = new SignalScope(Head.Id, Head.Sitting, By);
        await _marks.OpenAsync(from, to, signal is { } id ? await signals.FindAsync(scope, id, CancellationToken.None) : null);
    }

    [JSInvokable]
    public Task OpenFavour(double from, double to) => _marks?.OpenAsync(from, to, signal: null, GroundCatalogue.Find(GroundCatalogue.Favour)) ?? Task.CompletedTask;

    [JSInvokable]
    public Task NudgeMark(bool end, double by) => _marks?.NudgeAsync(end, by) ?? Task.CompletedTask;

    /// <returns>The mark beside which a picture can be put; null when there is none.</returns>
    [JSInvokable]
    public Task<Guid?> KeepOpenMark() => _marks?.KeepOpenAsync() ?? Task.FromResult<Guid?>(null);

    /// <param name="code">Empty when it was taken.</param>
    /// <param name="sentence">What the server says; empty when the code says it.</param>
    [JSInvokable]
    public async Task StillTaken(string? code, string? sentence)
    {
        if (_marks is null) return;
        var known = code is "NoFrame" or "NoMark" ? code : "Failed";
        await _marks.TellStillAsync(taken: string.IsNullOrEmpty(code), string.IsNullOrEmpty(sentence) ? exhibitTexts[$"Still.{known}"] : sentence);
    }

    [JSInvokable]
    public Task EndMark(double to) => _marks?.EndAsync(to) ?? Task.CompletedTask;

    [JSInvokable]
    public Task SelectMark(Guid mark) => _marks?.SelectAsync(mark) ?? Task.CompletedTask;

    [JSInvokable]
    public Task ChooseCategory(int number) => _marks?.ChooseAsync(number) ?? Task.CompletedTask;

    private Task ConfirmAsync(SignalRow signal) => _marks?.OpenAsync(signal.At - MarksPane.Around, signal.At + MarksPane.Around, signal) ?? Task.CompletedTask;

    private async Task AllowWorkAsync()
    {
        if (_failed || _mayWork == View.CanWork) return;
        _mayWork = View.CanWork;
        await _module.AllowWorkAsync(_root, _mayWork);
    }

    // A mark from a signal is its answer, so the list of signals changes with the marks.
    private async Task MarksChangedAsync(Answer answer)
    {
        await OnKept.InvokeAsync(answer);
        if (_signals is not null) await _signals.RefreshAsync();
    }

    private async Task DrawMarksAsync(MarkBar[] marks)
    {
        if (_self is null || _failed || _drawn.SequenceEqual(marks)) return;
        _drawn = marks;
        await _module.ShowMarksAsync(_root, marks);
    }

    private async Task FilterAsync(string address)
    {
        if (_self is not null && !_failed) await _module.ShowSignalsAsync(_root, address);
    }

    private async Task FollowAsync(bool follow)
    {
        if (_self is not null && !_failed) await _module.FollowSignalsAsync(_root, follow);
    }

    /// <summary>The moment the player shows, in seconds from the sitting's start; the beginning while there is no player.</summary>
    public async Task<double> NowAsync() => _self is not null && !_failed ? await _module.TimeAsync(_root) : 0;
}
