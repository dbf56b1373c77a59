using System.Globalization;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Commands;

/// <summary>How long a proof of who signs lasts; read at the start, so that what cannot be meant stops the portal with a sentence.</summary>
internal static class SigningSettings
{
    private const string Minutes = "Signing:FreshMinutes";
    private const int Standard = 10;

    /// <exception cref="SettingException">No whole number of minutes within a working day.</exception>
    public static SigningPolicy Read(IConfiguration settings) => settings[Minutes] is not { Length: > 0 } text
        ? new(TimeSpan.FromMinutes(Standard))
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= SigningPolicy.MostMinutes
            ? new(TimeSpan.FromMinutes(minutes))
            : throw new SettingException(CommandTexts.Of("Settings.NotFreshMinutes", Minutes, text, SigningPolicy.MostMinutes));
}
