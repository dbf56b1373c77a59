using ReviewPortal.Core.Committee;

namespace ReviewPortal.Web.Ui;

/// <summary>Who speaks for the student, as the pages show it.</summary>
/// <param name="Document">The written authorisation, to download.</param>
/// <param name="IsToBeShown">The board asked for it in writing and has not got it.</param>
public sealed record NamedRepresentative(string Name, string Organisation, string Address, string Email, string Declaration, AttachedFile? Document, DateTimeOffset From, DateTimeOffset? AskedAt, bool IsToBeShown)
{
    public string FullName => Organisation.Length is 0 ? Name : $"{Name}, {Organisation}";

    public RepresentativeDraft Draft => new(Name, Organisation, Address, Email, Declaration);

    public static NamedRepresentative? Of(Representative? standing, IEnumerable<Attachment> attachments) => standing is null ? null : new(
        standing.Name, standing.Organisation, string.Join('\n', standing.Lines), standing.Email, standing.Declaration,
        attachments.FirstOrDefault(item => item.Id == standing.Document) is { } document ? AttachedFile.Of(document) : null, standing.From, standing.AskedAt, standing.IsToBeShown);
}
