using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui.Playback;

namespace ReviewPortal.Web.Ui;

/// <summary>Plays one moment of a sitting for those who have its case in hand.</summary>
public sealed partial class MomentPlayer(IJSRuntime js, OpenRecordings open, Me me, IStringLocalizer<PlaybackTexts> texts) : IAsyncDisposable
{
    private readonly MomentPlayerModule _module = new(js);
    private ElementReference _root;
    private OpenedSitting? _opened;
    private Fragment? _shown;
    private bool _refused;

    [Parameter, EditorRequired]
    public SittingId Sitting { get; set; }

    [Parameter, EditorRequired]
    public CaseId Case { get; set; }

    /// <summary>What to play; null while nothing has been chosen.</summary>
    [Parameter]
    public Fragment? Moment { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_shown is not null) await _module.CloseAsync(_root);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and what played in it.
        }

        await _module.DisposeAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        // Looking is written down, and nobody has looked before a moment is chosen.
        if (Moment is null || _opened is not null || _refused) return;
        _opened = await open.RunAsync(Sitting, LookingFor.Dossier, await me.IdAsync(), CancellationToken.None);
        _refused = _opened is null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_opened is not { } opened || Moment is not { } moment || _shown == moment) return;
        _shown = moment;
        await _module.PlayAsync(_root, new MomentSetup(opened.Seconds, moment.From, moment.To, [.. opened.Tracks.Select(track => TrackSetup.Of(track))], TrackTexts.Of(texts), texts["Play"], texts["Pause"]));
    }
}

/// <summary>What the browser needs to play a moment; times in seconds from the sitting's start.</summary>
public sealed record MomentSetup(double Length, double From, double To, IReadOnlyList<TrackSetup> Tracks, TrackTexts TrackTexts, string Play, string Pause);

/// <summary>The player of a moment in the browser.</summary>
public sealed class MomentPlayerModule(IJSRuntime js) : JsModule(js, "./Ui/MomentPlayer.razor.js")
{
    public ValueTask PlayAsync(ElementReference root, MomentSetup setup) => CallAsync("play", root, setup);

    public ValueTask CloseAsync(ElementReference root) => CallAsync("close", root);
}
