using Microsoft.Extensions.Localization;

namespace ReviewPortal.Web.Ui.Playback;

/// <summary>The words of the player; the texts stand in the resource files beside this one.</summary>
public sealed class PlaybackTexts;

/// <summary>What a track says in place of its picture.</summary>
public sealed record TrackTexts(string NoPicture, string Nothing, string Loading, string Broken, string Gone, string Offline, string Damaged)
{
    public static TrackTexts Of(IStringLocalizer<PlaybackTexts> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(texts["NoPicture"], texts["Nothing"], texts["Loading"], texts["Broken"], texts["Gone"], texts["Offline"], texts["Damaged"]);
    }
}
