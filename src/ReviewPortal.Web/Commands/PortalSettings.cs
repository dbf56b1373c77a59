using System.Globalization;

namespace ReviewPortal.Web.Commands;

/// <summary>Settings as they are read at the start: what is not there is the standard one, what cannot be meant stops the portal with a sentence.</summary>
internal static class PortalSettings
{
    /// <exception cref="SettingException">No whole number above nothing.</exception>
    public static int Positive(this IConfiguration settings, string key, int standard) => settings[key] is not { Length: > 0 } text
        ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new SettingException(CommandTexts.Of("Settings.NotPositive", key, text));

    /// <exception cref="SettingException">Neither true nor false.</exception>
    public static bool Flag(this IConfiguration settings, string key, bool standard) => settings[key] is not { Length: > 0 } text
        ? standard
        : bool.TryParse(text, out var flag) ? flag : throw new SettingException(CommandTexts.Of("Settings.NotAFlag", key, text));

    /// <exception cref="SettingException">One of the settings in it is not what it should be.</exception>
    public static T Section<T>(this IConfiguration settings, string section)
        where T : new()
    {
        try
        {
            return settings.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new SettingException(CommandTexts.Of("Settings.Unreadable", section, unreadable.Message));
        }
    }
}

/// <summary>A setting with which the portal cannot start; the message is the sentence that says so.</summary>
internal sealed class SettingException(string sentence) : Exception(sentence);
