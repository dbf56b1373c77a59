using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatCannotBe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_Case_PublishedAt",
                table: "Letters");

            migrationBuilder.AddCheckConstraint(
                name: "CK_TerminatedAfterHearing",
                table: "TerminationProposals",
                sql: "\"Terminated\" IS NULL OR NOT \"Terminated\" OR \"Hearing\" <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_FailedAfterSending",
                table: "Sendings",
                sql: "\"FailedAt\" IS NULL OR \"FailedAt\" >= \"At\"");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AnswersARequest",
                table: "Retakes",
                sql: "(\"AnsweredAt\" IS NULL AND \"Granted\" IS NULL) OR (\"RequestedAt\" IS NOT NULL AND \"Granted\" IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_OneRestriction",
                table: "Restrictions",
                column: "Case",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Case_PublishedAt_Kind_Language",
                table: "Letters",
                columns: new[] { "Case", "PublishedAt", "Kind", "Language" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters",
                sql: "\"AppealBy\" IS NOT NULL OR \"Kind\" NOT IN ('Valid', 'IrregularityUniversity', 'IrregularityForceMajeure', 'IrregularityOwnRisk', 'FraudInvalid', 'FraudSanction')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_LastDayAfterPublication",
                table: "Letters",
                sql: "\"AppealBy\" IS NULL OR \"AppealBy\" > date(\"PublishedAt\" / 10000000 - 62135596800, 'unixepoch')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CoSignedAfterSigned",
                table: "Decisions",
                sql: "\"CoSignedBy\" IS NULL OR \"SignedBy\" IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_RuledAfterReceipt",
                table: "Appeals",
                sql: "(\"Ruling\" IS NULL AND \"RuledOn\" IS NULL) OR (\"Ruling\" IS NOT NULL AND \"RuledOn\" IS NOT NULL AND \"RuledOn\" >= \"ReceivedOn\")");

            migrationBuilder.AddCheckConstraint(
                name: "CK_WithdrawnUnruled",
                table: "Appeals",
                sql: "\"WithdrawnOn\" IS NULL OR (\"Ruling\" IS NULL AND \"WithdrawnOn\" >= \"ReceivedOn\")");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_TerminatedAfterHearing",
                table: "TerminationProposals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_FailedAfterSending",
                table: "Sendings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AnswersARequest",
                table: "Retakes");

            migrationBuilder.DropIndex(
                name: "IX_OneRestriction",
                table: "Restrictions");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Case_PublishedAt_Kind_Language",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_LastDayAfterPublication",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CoSignedAfterSigned",
                table: "Decisions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_RuledAfterReceipt",
                table: "Appeals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_WithdrawnUnruled",
                table: "Appeals");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Case_PublishedAt",
                table: "Letters",
                columns: new[] { "Case", "PublishedAt" });
        }
    }
}
