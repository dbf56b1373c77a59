using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Import.Stills;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The screenshots of a sitting by time, each with what its recorder said: facts, no verdict (UU-IR-3).</summary>
public sealed partial class StillsCard(StillViews views, OpenRecordings open, Me me)
{
    private readonly Dictionary<Guid, Page> _pages = [];
    private ImmutableArray<StillStrip> _strips = [];
    private SittingId? _loaded;
    private bool _opened;

    [Parameter, EditorRequired]
    public required SittingId Sitting { get; set; }

    /// <summary>Pictures and what they are of are for those who may play the recordings; they are opened as recordings are, and that is written down.</summary>
    [Parameter]
    public bool MayPlay { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (!MayPlay) Close();
        if (_loaded == Sitting) return;
        Close();
        _loaded = Sitting;
        _strips = await views.OfAsync(Sitting, CancellationToken.None);
    }

    private async Task OpenAsync()
    {
        _opened = await open.RunAsync(Sitting, LookingFor.Dossier, await me.IdAsync(), CancellationToken.None) is not null;
        if (!_opened) return;
        foreach (var strip in _strips) await ShowAsync(strip, 0);
    }

    private async Task TurnAsync(StillStrip strip, int pages)
    {
        var last = (strip.Pictures - 1) / StillViews.PageSize * StillViews.PageSize;
        await ShowAsync(strip, Math.Clamp(_pages[strip.Track].Skip + pages * StillViews.PageSize, 0, last));
    }

    private async Task ShowAsync(StillStrip strip, int skip) => _pages[strip.Track] = new(skip, await views.PageAsync(strip.Track, skip, CancellationToken.None));

    private void Close()
    {
        _opened = false;
        _pages.Clear();
    }

    /// <param name="Stills">Null when they are damaged.</param>
    private sealed record Page(int Skip, IReadOnlyList<Still>? Stills);
}
