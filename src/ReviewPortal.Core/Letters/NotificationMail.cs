using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// What the e-mail says: that there is a message, and where to sign in. Not what it is about, of whom within the institution, or who gets it: a mailbox is
/// no confidential place (Awb 2:9, 2:10).
/// </summary>
public sealed record NotificationMail(string Subject, string Text)
{
    private static readonly Texts All = new(typeof(NotificationMail));

    /// <param name="institution">Whose portal it is.</param>
    /// <param name="signIn">The address at which the student signs in.</param>
    /// <param name="language">The student's own.</param>
    public static NotificationMail Write(BilingualText institution, Uri signIn, Language language)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(signIn);
        var name = institution.In(language);
        return new(All["Subject", language, name], All["Text", language, name, signIn.AbsoluteUri]);
    }
}
