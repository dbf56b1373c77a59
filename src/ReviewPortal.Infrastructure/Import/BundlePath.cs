namespace ReviewPortal.Infrastructure.Import;

/// <summary>Names of files in a delivery: parts with a slash between them, below the delivery and nowhere else.</summary>
internal static class BundlePath
{
    private const int Longest = 255;

    /// <summary>No way up or out on any system: no root, no drive, no "..", no backslash, no control character.</summary>
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= Longest
        && !name.Any(letter => letter is '\\' or ':' || char.IsControl(letter))
        && name.Split('/').All(part => part is not ("" or "." or ".."));

    /// <exception cref="RefusedDeliveryException">The name is not safe.</exception>
    public static string Checked(string name, string namedIn) =>
        IsSafe(name) ? name : throw RefusedDeliveryException.In(namedIn, RefusalReason.UnsafeName, Shown(name));

    // What is shown must not break the line it stands on.
    private static string Shown(string name) => string.Concat(name.Take(80).Select(letter => char.IsControl(letter) ? '?' : letter));
}
