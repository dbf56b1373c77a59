using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Access;

/// <summary>A page that opens for a role, whatever the case.</summary>
/// <param name="Policy">The name by which the page asks for its row.</param>
/// <param name="Text">Its key among the texts of the menu.</param>
internal sealed record RolePage(string Policy, string Address, string Text, ImmutableArray<Role> Roles);

/// <summary>The pages that open for a role. The menu shows them and their doors close by the same rows.</summary>
internal static class RolePages
{
    public const string Necessity = "page.necessity";

    /// <summary>For all who may have a sitting to see in their work; a student has pages of their own.</summary>
    public const string Recordings = "page.recordings";

    public const string Deliveries = "page.deliveries";
    public const string Suppliers = "page.suppliers";
    public const string Upload = "page.upload";
    public const string SupplierKeys = "page.supplier-keys";
    public const string Rosters = "page.rosters";
    public const string Workload = "page.workload";
    public const string Sessions = "page.sessions";
    public const string Incidents = "page.incidents";
    public const string LetterBatches = "page.letter-batches";
    public const string HouseTexts = "page.house-texts";
    public const string BsnIncidents = "page.bsn";
    public const string Outages = "page.outages";
    public const string ReturnedMails = "page.returned-mails";
    public const string FacilityRequests = "page.facility-requests";
    public const string People = "page.people";
    public const string Audit = "page.audit";

    // They are asked about a request for a facility, and about nothing else.
    private static readonly ImmutableArray<Role> AskedOnly = [Role.StudyAdviser, Role.EducationDirector];

    public static readonly ImmutableArray<RolePage> Table =
    [
        new(Necessity, Links.Necessity, "List.Necessity", [.. Enum.GetValues<Role>().Except([Role.Student, Role.AppealsDesk, .. AskedOnly])]),
        new(FacilityRequests, Links.FacilityRequests, "FacilityRequests", [Role.BoardSecretary, Role.BoardMember, Role.Chair, Role.Examiner, Role.Coordinator, .. AskedOnly]),
        new(Deliveries, Links.Deliveries, "Deliveries", [Role.Coordinator]),
        new(Suppliers, Links.Suppliers, "Suppliers", [Role.DataProtectionOfficer, Role.Coordinator, Role.Administrator]),
        new(Upload, Links.Upload, "Upload", [Role.Coordinator]),
        new(SupplierKeys, Links.SupplierKeys, "SupplierKeys", [Role.Administrator]),
        new(Rosters, Links.Rosters, "Rosters", [Role.Coordinator]),
        new(Workload, Links.Workload, "Workload", [Role.Coordinator, Role.Reviewer, Role.SecondReviewer]),
        new(Sessions, Links.Sessions, "Sessions", [Role.BoardSecretary, Role.BoardMember, Role.Chair]),
        new(Incidents, Links.Incidents, "Incidents", [Role.BoardSecretary, Role.BoardMember, Role.Chair]),
        new(LetterBatches, Links.LetterBatches, "LetterBatches", [Role.BoardSecretary]),
        new(HouseTexts, Links.HouseTexts, "HouseTexts", [Role.BoardSecretary]),
        new(BsnIncidents, Links.BsnIncidents, "BsnIncidents", [Role.DataProtectionOfficer]),
        new(Outages, Links.Outages, "Outages", [Role.Administrator, Role.BoardSecretary]),
        new(ReturnedMails, Links.ReturnedMails, "ReturnedMails", [Role.Administrator, Role.BoardSecretary]),
        new(People, Links.People, "People", [Role.Administrator]),
        new(Audit, Links.Audit, "Audit", [Role.DataProtectionOfficer, Role.Administrator]),
    ];

    public static void AddRolePages(this AuthorizationBuilder authorization)
    {
        authorization.AddPolicy(Recordings, policy => policy.RequireRole(Enum.GetValues<Role>().Except([Role.Student, .. AskedOnly]).Select(role => role.ToString())));
        foreach (var page in Table) authorization.AddPolicy(page.Policy, policy => policy.RequireRole(page.Roles.Select(role => role.ToString())));
    }
}
