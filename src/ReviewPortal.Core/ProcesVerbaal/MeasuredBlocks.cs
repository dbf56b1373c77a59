using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>What was measured in the files, with what counts as such beside it: facts, and no word on what they mean (UU-IR-3, I4).</summary>
internal static class MeasuredBlocks
{
    private const int Named = 10;

    public static IEnumerable<Block> Of(ProcesVerbaalMatter matter, Language language)
    {
        foreach (var file in matter.Recordings.Where(file => file.Damage is not null)) yield return new Paragraph(Text($"Damage.{file.Damage}", language, file.File));
        if (matter.Facts.IsEmpty) yield break;

        var tracks = TrackStretches.Of(matter.Recordings, matter.Facts);
        yield return new Paragraph(Text("Measured", language, matter.Facts.Select(facts => facts.MeasuredWith).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Enumerate(language)));
        if (tracks.SelectMany(track => Lines(track, language)).ToImmutableArray() is { IsEmpty: false } lines) yield return new BulletList(lines);
        if (Roles(tracks.Where(track => track is { Measured: true, HasNone: true })) is { Length: > 0 } none) yield return new Paragraph(Text("Measured.None", language, none));
        if (Roles(tracks.Where(track => !track.Measured)) is { Length: > 0 } not) yield return new Paragraph(Text("Measured.Not", language, not));

        string Roles(IEnumerable<TrackStretches> which) => which.Select(track => RecordingTexts.Of(track.Role, language)).Enumerate(language);
    }

    private static IEnumerable<string> Lines(TrackStretches track, Language language)
    {
        if (Line("Black", track.Black, MeasuringThresholds.BlackSeconds) is { } black) yield return black;
        if (track.FrozenSays && Line("Frozen", track.Frozen, MeasuringThresholds.FrozenSeconds) is { } frozen) yield return frozen;
        if (Line("Silent", track.Silent, MeasuringThresholds.SilentSeconds) is { } silent) yield return silent;

        string? Line(string kind, FragmentSet found, int threshold) => found.Fragments.IsEmpty ? null : Text($"Measured.{kind}", language, RecordingTexts.Of(track.Role, language), All(found, language), threshold);
    }

    private static string All(FragmentSet found, Language language)
    {
        var named = string.Join(", ", found.Fragments.Take(Named));
        return found.Fragments.Length > Named ? Text("Measured.More", language, named, found.Fragments.Length - Named) : named;
    }

    private static string Text(string key, Language language, params object?[] fill) => ProcesVerbaalTexts.Of($"Sources.{key}", language, fill);
}
