using System.Globalization;
using System.Resources;

namespace ReviewPortal.Core.Writing;

/// <summary>The texts of one room: a Dutch resource file with an English one beside it.</summary>
/// <param name="room">A type with the name and folder of the resource file.</param>
public sealed class Texts(Type room)
{
    private readonly ResourceManager _resources = new(room);

    /// <exception cref="MissingManifestResourceException">No text stands under this key.</exception>
    public string this[string key, Language language] =>
        _resources.GetString(key, language.Culture())
        ?? throw new MissingManifestResourceException($"{room.FullName} has no text '{key}'.");

    /// <summary>The text with its {0}, {1} ... filled in, numbers and dates in the language's own form.</summary>
    public string this[string key, Language language, params object?[] fill] =>
        string.Format(language.Culture(), this[key, language], fill);

    public bool Has(string key) => _resources.GetString(key, CultureInfo.InvariantCulture) is not null;
}
