using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What the e-mail of a receipt says: that something was received, when, and where to read what. Not what it is or what it is about: a mailbox is no confidential place (Awb 2:9).</summary>
public sealed record ReceiptMail(string Subject, string Text)
{
    private static readonly Texts All = new(typeof(ReceiptMail));

    /// <param name="institution">Whose portal it is.</param>
    /// <param name="page">The address of the page of the case or the request.</param>
    /// <param name="at">When it was received, or for what came to the desk, registered.</param>
    /// <param name="language">The student's own.</param>
    public static ReceiptMail Write(BilingualText institution, Uri page, DateTimeOffset at, Language language)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(page);
        var name = institution.In(language);
        return new(All["Subject", language, name], All["Text", language, name, at.InWords(language), page.AbsoluteUri]);
    }
}
