namespace ReviewPortal.Core.Lifecycle;

/// <summary>How much who works here can write in one field, in characters (house rule): the form stops there, and the step refuses what is longer.</summary>
public static class StaffWords
{
    /// <summary>What a decision, a letter or minutes are made of.</summary>
    public const int Longest = StudentWords.Longest;

    /// <summary>What happened at a test, or what a second reviewer found.</summary>
    public const int Account = 8_000;

    /// <summary>A mark, a remark, or a question and how it was dealt with.</summary>
    public const int Note = 4_000;

    /// <summary>Why something was not as it should have been.</summary>
    public const int Explanation = 2_000;

    /// <summary>Why somebody stops, or how a sending can be shown.</summary>
    public const int Reason = 1_000;

    /// <summary>A sentence or two.</summary>
    public const int ShortReason = 500;

    /// <summary>A name, a title or a place.</summary>
    public const int Line = 200;
}
