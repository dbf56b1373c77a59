using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Recordings;

/// <summary>The words for tracks and signals, in Dutch and English.</summary>
public static class RecordingTexts
{
    private static readonly Texts All = new(typeof(RecordingTexts));

    public static string Of(TrackRole role, Language language) => All[$"Track.{role}", language];

    public static string Of(SignalSource source, Language language) => All[$"Source.{source}", language];

    public static string Of(MessageFrom from, Language language) => All[$"From.{from}", language];
}
