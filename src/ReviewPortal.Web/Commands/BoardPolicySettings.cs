using System.Globalization;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Web.Commands;

/// <summary>What an institution chooses: the caution before a hearing, and how much must have been watched. Read at the start, so that what cannot be meant stops the portal with a sentence.</summary>
internal static class BoardPolicySettings
{
    private const string Percent = "Review:MinimumWatchedPercent";
    private const string Speed = "Review:MinimumWatchedUpTo";

    /// <exception cref="SettingException">A share or a speed that nobody can mean.</exception>
    public static BoardPolicy Read(IConfiguration settings) => new(CautionBeforeHearing: settings.Flag("Board:CautionBeforeHearing", standard: true))
    {
        Viewing = Share(settings) is var share and > 0 ? new ViewingPolicy(share, UpTo(settings)) : ViewingPolicy.AccountOnly,
    };

    private static double Share(IConfiguration settings) => settings[Percent] is not { Length: > 0 } text
        ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent / 100.0 : throw new SettingException(CommandTexts.Of("Settings.NotAPercentage", Percent, text));

    private static SpeedClass UpTo(IConfiguration settings) => (settings[Speed] ?? "4") switch
    {
        "2" => SpeedClass.UpTo2,
        "4" => SpeedClass.UpTo4,
        "16" => SpeedClass.UpTo16,
        var other => throw new SettingException(CommandTexts.Of("Settings.NotASpeed", Speed, other)),
    };
}
