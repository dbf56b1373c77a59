namespace ReviewPortal.Infrastructure.Store;

/// <summary>What somebody typed to search for, as a pattern of LIKE in which nothing that was typed is a wildcard.</summary>
public static class LikePattern
{
    /// <summary>Goes with the pattern.</summary>
    public const string Escape = @"\";

    /// <summary>Anything in which these words stand.</summary>
    public static string Containing(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return $"%{words.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal)}%";
    }
}
