using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What was measured in the files of a sitting, and how far that is: facts, no verdict (UU-IR-3).</summary>
public sealed partial class TrackFactsCard(FactsViews views, OpenRecordings open, MeasuringProgress progress, Me me) : IDisposable
{
    private const int Shown = 12;
    private SittingFacts? _facts;
    private SittingId? _loaded;
    private bool _opened;
    private IDisposable? _listening;

    [Parameter, EditorRequired]
    public required SittingId Sitting { get; set; }

    /// <summary>Pictures and sound are for those who may play the recordings; they are opened as recordings are, and that is written down.</summary>
    [Parameter]
    public bool MayPlay { get; set; }

    public void Dispose() => _listening?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _listening ??= progress.Listen(recording => _ = InvokeAsync(() => HearAsync(recording)));
        if (_loaded == Sitting) return;
        (_loaded, _opened) = (Sitting, false);
        await LoadAsync();
    }

    private async Task LoadAsync() => _facts = await views.OfAsync(Sitting, _opened, CancellationToken.None);

    private async Task OpenAsync()
    {
        _opened = await open.RunAsync(Sitting, LookingFor.Dossier, await me.IdAsync(), CancellationToken.None) is not null;
        await LoadAsync();
    }

    private async Task HearAsync(Guid recording)
    {
        if (_facts is null || !_facts.Files.Any(file => file.File.Id == recording)) return;
        if (progress.Of(recording) is null) await LoadAsync();
        StateHasChanged();
    }

    private string State(FileFacts file) => (file.Facts, progress.Of(file.File.Id)) switch
    {
        (_, { } percent) => Texts["State.Busy", percent],
        ({ End: MeasuringEnd.Measured } facts, _) => Texts["State.Measured", facts.MeasuredAt.InWords(Here.Language), facts.MeasuredWith],
        ({ } facts, _) => Texts[$"State.{facts.End}"],
        _ => Texts[_facts!.CanMeasure ? "State.Waits" : "State.NoTool"],
    };

    private IEnumerable<string> Remarks(FileFacts file)
    {
        foreach (var flaw in Flaws(file)) yield return Texts[$"Flaw.{flaw}"];
        if (file.Facts is not { End: MeasuringEnd.Measured } facts) yield break;
        if (facts.SoundLater is { } later) yield return Texts[Math.Abs(later) < 0.05 ? "Clock.Together" : later > 0 ? "Clock.SoundLater" : "Clock.SoundEarlier", Seconds(Math.Abs(later))];
        if (facts is { SoundShort: { } shorter, SoundHeard: { } heard }) yield return Texts[Math.Abs(shorter) < 0.1 ? "Clock.SoundWhole" : "Clock.SoundDiffers", Seconds(heard), Seconds(Math.Abs(shorter)), Texts[shorter > 0 ? "Less" : "More"]];
        if (file.Clock is { } clock)
        {
            yield return Texts[clock.Later >= 0 ? "Clock.Later" : "Clock.Earlier", Seconds(Math.Abs(clock.Later)), (clock.Likeness * 100).ToString("0", Here.Language.Culture())];
            if (clock.Drift is { } drift) yield return Texts["Clock.Drift", Seconds(Math.Abs(drift))];
        }

        if (file.EndsLater is { } ends) yield return Texts[ends >= 0 ? "Clock.EndsLater" : "Clock.EndsEarlier", Seconds(Math.Abs(ends))];
    }

    // What was found out when it came in, and what the measuring adds to it.
    private static IEnumerable<RecordingFlaws> Flaws(FileFacts file)
    {
        var flaws = file.Facts?.Flaws ?? RecordingFlaws.None;
        flaws |= file.File.Damage switch { RecordingDamage.Repaired => RecordingFlaws.Repaired, RecordingDamage.Unreadable => RecordingFlaws.Unreadable, _ => RecordingFlaws.None };
        if (flaws.HasFlag(RecordingFlaws.Repaired) || flaws.HasFlag(RecordingFlaws.Unreadable)) flaws &= ~RecordingFlaws.Damaged;
        return Enum.GetValues<RecordingFlaws>().Where(flaw => flaw is not RecordingFlaws.None && flaws.HasFlag(flaw));
    }

    private static string Seconds(double seconds) => seconds.ToString("0.00", Here.Language.Culture());

    /// <summary>The drawing of the sound: a line up and down for each part.</summary>
    private static string Path(ImmutableArray<float> peaks) =>
        string.Concat(peaks.Select((peak, part) => FormattableString.Invariant($"M{part}.5 {20 - Height(peak):0.0}V{20 + Height(peak):0.0}")));

    // By its root: speech is heard well, and would be a thin line beside a slamming door.
    private static double Height(float peak) => Math.Max(0.5, Math.Sqrt(peak) * 20);
}
